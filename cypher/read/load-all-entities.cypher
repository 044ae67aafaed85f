// Every entity as recorded.
// @mode READ
// @param rev int revision the reader sees
// @return json string
MATCH (n:Entity)
WHERE n._rev <= $rev
RETURN n._json AS json
