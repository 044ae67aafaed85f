// The past states of records that were current at a revision, of every kind.
// @mode READ
// @param rev int the revision
// @return kind string, json string
MATCH (v:_Version)
WHERE v.`from` <= $rev AND v.`to` > $rev
RETURN v.kind AS kind, v.json AS json
