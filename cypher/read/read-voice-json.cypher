// A voice as recorded, with its sources, and the voices its publications take claims from.
// @mode READ
// @param rev int revision the reader sees
// @param id string voice
// @return json string, sources string[] (JSON), takesFrom map[] (id and claims)
MATCH (v:Voice {id: $id})
WHERE v._rev <= $rev
RETURN v._json AS json,
  COLLECT { MATCH (v)<-[:VOICED_BY]-(s:Source) WHERE s._rev <= $rev RETURN s._json ORDER BY s.id } AS sources,
  COLLECT {
    MATCH (v)<-[:VOICED_BY]-(read:Source)<-[:IN]-(k:Citation)-[:ROOTED_AT]->(root:Source)-[:VOICED_BY]->(other:Voice)
    WHERE other <> v
    MATCH (k)<-[:CITES]-(c:Claim)
    WHERE c._rev <= $rev AND read.id + ' ' + root.id IN c.takes
    WITH other, count(DISTINCT c) AS claims
    ORDER BY claims DESC, other.id
    RETURN {voice: other.id, claims: claims}
  } AS takesFrom
