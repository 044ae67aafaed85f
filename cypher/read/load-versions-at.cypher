// What was recorded at an instant, of every kind.
// @mode READ
// @param rev int revision the reader sees
// @param at string instant, ISO 8601, UTC
// @return kind string, json string
MATCH (v:_Version)
WHERE v.`from` <= $rev AND v.at <= $at AND (v.until IS NULL OR v.until > $at)
RETURN v.kind AS kind, v.json AS json
