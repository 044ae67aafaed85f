// Entities by type and dataset.
// @mode READ
// @param rev int revision the reader sees
// @return type string, dataset string, entities int
MATCH (e:Entity)
WHERE e._rev <= $rev
RETURN e.type AS type, e.dataset AS dataset, count(e) AS entities
