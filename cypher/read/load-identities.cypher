// The identity decisions about entities.
// @mode READ
// @param rev int revision the reader sees
// @param entities string[] entities
// @return json string
MATCH (n:Identity)
WHERE (n.a IN $entities OR n.b IN $entities) AND n._rev <= $rev
RETURN n._json AS json
