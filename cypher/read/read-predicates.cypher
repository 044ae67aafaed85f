// Every predicate as recorded.
// @mode READ
// @param rev int revision the reader sees
// @return json string
MATCH (p:Predicate)
WHERE p._rev <= $rev
RETURN p._json AS json
ORDER BY p.id
