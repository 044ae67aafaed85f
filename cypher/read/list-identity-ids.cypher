// Ids of all identity decisions.
// @mode READ
// @param rev int revision the reader sees
// @return id string
MATCH (i:Identity)
WHERE i._rev <= $rev
RETURN i.id AS id
ORDER BY id
