// How many claims were recorded at an instant.
// @mode READ
// @param rev int revision the reader sees
// @param at string instant, ISO 8601, UTC
// @return claims int
MATCH (v:_Version)
WHERE v.kind = 'claim' AND v.`from` <= $rev AND v.at <= $at AND (v.until IS NULL OR v.until > $at)
RETURN count(v) AS claims
