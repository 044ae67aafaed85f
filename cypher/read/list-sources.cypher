// Every source as recorded, with the claims it is read for and is the root of.
// @mode READ
// @param rev int revision the reader sees
// @return json string, citations int, rootOf int
MATCH (s:Source)
WHERE s._rev <= $rev
RETURN s._json AS json,
  COUNT { MATCH (s)<-[:IN]-(k:Citation) WHERE k._rev <= $rev RETURN DISTINCT k.claim } AS citations,
  COUNT { MATCH (s)<-[:ROOTED_AT]-(k:Citation) WHERE k._rev <= $rev RETURN DISTINCT k.claim } AS rootOf
ORDER BY s.id
