// Every source with its voice and the text it carries, as they are drawn.
// @mode READ
// @param rev int revision the reader sees
// @return id string, voices string[], carries list of [source string, how string]
MATCH (s:Source)
WHERE s._rev <= $rev
RETURN s.id AS id,
  COLLECT { MATCH (s)-[:VOICED_BY]->(v:Voice) RETURN v.id } AS voices,
  COLLECT { MATCH (s)-[r:TEXT_OF]->(t:Source) RETURN [t.id, r.how] } AS carries
