// Entities by the number of claims they stand in, the most first: what an empty search shows.
// @mode READ
// @param rev int revision the reader sees
// @param asks string[] names of the parts below that are asked for; the others ask nothing
// @param types string[] any of these types
// @param limit int most rows
// @return id string, degree int
MATCH (e:Entity)
WHERE e._rev <= $rev AND (NOT 'types' IN $asks OR e.type IN $types)
RETURN e.id AS id, COUNT { (e)<-[:HAS]-() } AS degree
ORDER BY degree DESC, id
LIMIT $limit
