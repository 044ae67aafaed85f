// Claims in which one of some entities stands, at whatever end.
// @mode READ
// @param rev int revision the reader sees
// @param entities string[] entities
// @return id string
MATCH (e:Entity)<-[:HAS]-(c:Claim)
WHERE e.id IN $entities AND c._rev <= $rev
RETURN DISTINCT c.id AS id
