// Draws the voice and the text carried of sources, in place of what was drawn.
// @mode WRITE
// @param rows map[] {id, voice, textOf, how}
// @return n int
UNWIND $rows AS row
MATCH (s:Source {id: row.id})
CALL (s) {
  MATCH (s)-[old:VOICED_BY|TEXT_OF]->()
  DELETE old
}
MATCH (v:Voice {id: row.voice})
CREATE (s)-[:VOICED_BY]->(v)
WITH s, row
CALL (s, row) {
  MATCH (t:Source {id: row.textOf})
  CREATE (s)-[:TEXT_OF {how: row.how}]->(t)
  RETURN count(*) AS carried
}
WITH row, carried
WHERE row.textOf IS NULL OR carried = 1
RETURN count(row) AS n
