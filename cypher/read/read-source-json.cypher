// A source as recorded, with the sources whose text it carries directly and those that carry it, and the roots of what is read in it.
// @mode READ
// @param rev int revision the reader sees
// @param id string source
// @return json string, carries string[] (JSON), carriedBy string[] (JSON), takesFrom map[] (JSON and claims)
MATCH (s:Source {id: $id})
WHERE s._rev <= $rev
RETURN s._json AS json,
  COLLECT { MATCH p = (s)-[:TEXT_OF*1..32]->(o:Source) WHERE o._rev <= $rev RETURN o._json ORDER BY length(p) } AS carries,
  COLLECT { MATCH (s)<-[:TEXT_OF]-(o:Source) WHERE o._rev <= $rev RETURN o._json ORDER BY o.id } AS carriedBy,
  COLLECT {
    MATCH (s)<-[:IN]-(k:Citation)-[:ROOTED_AT]->(root:Source)
    WHERE root <> s
    MATCH (k)<-[:CITES]-(c:Claim)
    WHERE c._rev <= $rev AND s.id + ' ' + root.id IN c.takes
    WITH root, count(DISTINCT c) AS claims
    ORDER BY claims DESC, root.id
    RETURN {source: root._json, claims: claims}
  } AS takesFrom
