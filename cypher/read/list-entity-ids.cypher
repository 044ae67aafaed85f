// Ids of the entities of a type, up to a limit.
// @mode READ
// @param rev int revision the reader sees
// @param type string entity type
// @param limit int most ids
// @return id string
MATCH (e:Entity)
WHERE e.type = $type AND e._rev <= $rev
RETURN e.id AS id
ORDER BY id
LIMIT $limit
