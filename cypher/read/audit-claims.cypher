// Every claim with its properties, the entities it is tied to and the citations.
// @mode READ
// @param rev int revision the reader sees
// @return id string, props map, ends list of [role string, i int, entity string], citations string[]
MATCH (c:Claim)
WHERE c._rev <= $rev
RETURN c.id AS id, properties(c) AS props,
  COLLECT { MATCH (c)-[h:HAS]->(e:Entity) RETURN [h.role, h.i, e.id] } AS ends,
  COLLECT { MATCH (c)-[:CITES]->(k:Citation) RETURN k.id } AS citations
