// Writes sets of rivals, new or changed, each tied to its claims.
// @mode WRITE
// @param rev int revision this change makes
// @param rows map[] {id, claims, props}
// @return n int
UNWIND $rows AS row
MERGE (n:Rivals {id: row.id})
WITH n, row, coalesce(n._rev, $rev) AS rev
SET n = row.props, n._rev = rev, n._from = CASE rev WHEN $rev THEN null ELSE $rev END
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
