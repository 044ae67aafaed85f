// Every citation with what it is tied to.
// @mode READ
// @param rev int revision the reader sees
// @return id string, props map, claims string[], sources string[], roots string[], via string[]
MATCH (k:Citation)
WHERE k._rev <= $rev
RETURN k.id AS id, properties(k) AS props,
  COLLECT { MATCH (k)<-[:CITES]-(c:Claim) RETURN c.id } AS claims,
  COLLECT { MATCH (k)-[:IN]->(s:Source) RETURN s.id } AS sources,
  COLLECT { MATCH (k)-[:ROOTED_AT]->(s:Source) RETURN s.id } AS roots,
  COLLECT { MATCH (k)-[:_VIA]->(s:Source) RETURN s.id } AS via
