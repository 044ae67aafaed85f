// Every voice as recorded.
// @mode READ
// @param rev int revision the reader sees
// @return json string
MATCH (v:Voice)
WHERE v._rev <= $rev
RETURN v._json AS json
ORDER BY v.id
