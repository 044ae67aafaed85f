// Ids of the sources whose text the given ones carry, along the whole chain.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] sources
// @return id string
UNWIND $ids AS id
MATCH (s:Source {id: id})-[:TEXT_OF*1..64]->(o:Source)
WHERE o._rev <= $rev
RETURN DISTINCT o.id AS id
