// Predicates by id, as recorded.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] ids
// @return json string
MATCH (n:Predicate)
WHERE n.id IN $ids AND n._rev <= $rev
RETURN n._json AS json
