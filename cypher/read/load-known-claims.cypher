// Ids, shares and citations of claims, by id or by proposition.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] claim ids
// @param keys string[] propositions
// @return id string, aliases string[], citations string[] (JSON)
CALL () {
  UNWIND $ids AS id
  MATCH (c:Claim {id: id})
  RETURN c
  UNION
  UNWIND $keys AS key
  MATCH (c:Claim {_key: key})
  RETURN c
}
WITH c
WHERE c._rev <= $rev
RETURN c.id AS id, coalesce(c.aliases, []) AS aliases, COLLECT { MATCH (c)-[:CITES]->(k:Citation) WHERE k._rev <= $rev RETURN k._json } AS citations
