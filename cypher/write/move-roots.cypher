// Moves the roots of citations whose lineage changed.
// @mode WRITE
// @param rows map[] {id, root}
// @return
UNWIND $rows AS row
MATCH (k:Citation {id: row.id})
CALL (k) {
  MATCH (k)-[old:ROOTED_AT]->()
  DELETE old
}
WITH k, row
MATCH (s:Source {id: row.root})
CREATE (k)-[:ROOTED_AT]->(s)
