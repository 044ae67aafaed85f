// The open versions: the state of every record, as kept.
// @mode READ
// @param rev int revision the reader sees
// @return key string, json string
MATCH (v:_Version)
WHERE v.`to` IS NULL AND v.`from` <= $rev
RETURN v.key AS key, v.json AS json
