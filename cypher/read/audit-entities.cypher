// Every entity with its labels and properties.
// @mode READ
// @param rev int revision the reader sees
// @return id string, labels string[], props map
MATCH (e:Entity)
WHERE e._rev <= $rev
RETURN e.id AS id, labels(e) AS labels, properties(e) AS props
