// The records as they were at a revision, of every kind.
// @mode READ
// @param rev int the revision
// @return kind string, json string
MATCH (v:_Version)
WHERE v.`from` <= $rev AND (v.`to` IS NULL OR v.`to` > $rev)
RETURN v.kind AS kind, v.json AS json
