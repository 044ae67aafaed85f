// How many ends of claims an entity is, from the degree store: one look however many there are. No row: there is no such entity.
// @mode READ
// @param rev int revision the reader sees
// @param id string entity
// @return degree int, segments int
MATCH (e:Entity {id: $id})
WHERE e._rev <= $rev
RETURN COUNT { (e)<-[:HAS]-() } AS degree,
  COUNT { (e)-[:SPONSORSHIP]-() } + COUNT { (e)-[:INTERMEDIATION]-() } + COUNT { (e)-[:EXECUTION]-() } + COUNT { (e)-[:TARGET]-() } +
  COUNT { (e)-[:STRUCTURE]-() } + COUNT { (e)-[:ASSOCIATION]-() } + COUNT { (e)-[:JUSTICE]-() } + COUNT { (e)-[:GEOGRAPHY]-() } +
  COUNT { (e)-[:STATEMENT]-() } + COUNT { (e)-[:IDENTITY]-() } AS segments
