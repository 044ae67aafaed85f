// Every source as recorded.
// @mode READ
// @param rev int revision the reader sees
// @return json string
MATCH (n:Source)
WHERE n._rev <= $rev
RETURN n._json AS json
