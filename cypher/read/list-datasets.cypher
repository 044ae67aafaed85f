// Every dataset as recorded.
// @mode READ
// @param rev int revision the reader sees
// @return json string
MATCH (d:Dataset)
WHERE d._rev <= $rev
RETURN d._json AS json
ORDER BY d.id
