// Every source as recorded, with the claims it is read for and is the root of.
// @mode READ
// @param rev int revision the reader sees
// @return json string, readFor int, rootOf int
MATCH (s:Source)
WHERE s._rev <= $rev
RETURN s._json AS json,
  COUNT { MATCH (s)<-[:IN]-(:Citation)<-[:CITES]-(c:Claim) WHERE c._rev <= $rev AND s.id IN c.readIn RETURN DISTINCT c } AS readFor,
  COUNT { MATCH (s)<-[:ROOTED_AT]-(:Citation)<-[:CITES]-(c:Claim) WHERE c._rev <= $rev AND s.id IN c.rootedAt RETURN DISTINCT c } AS rootOf
ORDER BY s.id
