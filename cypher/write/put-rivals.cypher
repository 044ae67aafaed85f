// Writes sets of rivals, new or changed, each tied to its claims.
// @mode WRITE
// @param rev int revision this change makes
// @param imported bool an import writes: what it wrote is remembered, to tell later edits
// @param rows map[] {id, claims, props}
// @return n int
UNWIND $rows AS row
MERGE (n:Rivals {id: row.id})
WITH n, row, coalesce(n._rev, $rev) AS rev, n._imported AS imported
SET n = row.props, n._rev = rev, n._imported = CASE WHEN $imported THEN row.props._hash ELSE imported END
WITH n, row
CALL (n) {
  MATCH (n)-[old:RIVAL]->()
  DELETE old
}
CALL (n, row) {
  UNWIND row.claims AS id
  MATCH (c:Claim {id: id})
  CREATE (n)-[:RIVAL]->(c)
  RETURN count(c) AS tied
}
WITH row, tied
WHERE tied = size(row.claims)
RETURN count(row) AS n
