// All records of some kinds as they are.
// @mode READ
// @param rev int revision the reader sees
// @param kinds string[] kinds of record
// @return kind string, json string
MATCH (v:_Version)
WHERE v.kind IN $kinds AND v.from <= $rev AND (v.to IS NULL OR v.to > $rev)
RETURN v.kind AS kind, v.json AS json
