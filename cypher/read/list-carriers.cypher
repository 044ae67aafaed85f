// Sources that are, or carry through other texts, one of some sources.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] sources
// @return id string
MATCH (s:Source)
WHERE s.id IN $ids
MATCH (s)<-[:TEXT_OF*0..]-(d:Source)
WHERE d._rev <= $rev
RETURN DISTINCT d.id AS id
