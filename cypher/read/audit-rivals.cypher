// Every set of rivals with the claims it is tied to.
// @mode READ
// @param rev int revision the reader sees
// @return id string, claims string[]
MATCH (n:Rivals)
WHERE n._rev <= $rev
RETURN n.id AS id, COLLECT { MATCH (n)-[:RIVAL]->(c:Claim) RETURN c.id } AS claims
