// A voice as recorded, with its sources.
// @mode READ
// @param rev int revision the reader sees
// @param id string voice
// @return json string, sources string[] (JSON)
MATCH (v:Voice {id: $id})
WHERE v._rev <= $rev
RETURN v._json AS json,
  COLLECT { MATCH (v)<-[:VOICED_BY]-(s:Source) WHERE s._rev <= $rev RETURN s._json ORDER BY s.id } AS sources
