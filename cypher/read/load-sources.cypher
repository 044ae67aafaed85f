// Sources by id, with every source whose text they carry.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] sources
// @return json string
MATCH (s:Source)
WHERE s.id IN $ids
MATCH (s)-[:TEXT_OF*0..]->(t:Source)
WHERE t._rev <= $rev
WITH DISTINCT t
RETURN t._json AS json
