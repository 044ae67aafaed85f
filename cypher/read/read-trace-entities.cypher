// What a trace asks of entities: their type and flags, and the number of their segments from the degree store.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] entities
// @return id string, type string, generic bool, aggregate bool, degree int
MATCH (e:Entity)
WHERE e.id IN $ids AND e._rev <= $rev
RETURN e.id AS id, e.type AS type, e.generic AS generic, e.aggregate AS aggregate, COUNT { (e)-[:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-() } AS degree
