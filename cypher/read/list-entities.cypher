// Entities by the number of claims they stand in, the most first: what an empty search shows.
// @mode READ
// @param rev int revision the reader sees
// @param types string[]|null any of these types
// @param limit int most rows
// @return id string, degree int
MATCH (e:Entity)
WHERE e._rev <= $rev AND ($types IS NULL OR e.type IN $types)
RETURN e.id AS id, COUNT { (e)<-[:HAS]-() } AS degree
ORDER BY degree DESC, id
LIMIT $limit
