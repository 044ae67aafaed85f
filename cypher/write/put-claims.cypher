// Writes claims with their figures, new or changed, and ties each to its ends.
// @mode WRITE
// @param rev int revision this change makes
// @param rows map[] {id, props, ends: [[entity, role, i]]}
// @return n int
UNWIND $rows AS row
MERGE (c:Claim {id: row.id})
WITH c, row, coalesce(c._rev, $rev) AS rev
SET c = row.props, c._rev = rev, c._from = CASE rev WHEN $rev THEN null ELSE $rev END
WITH c, row
CALL (c, row) {
  UNWIND row.ends AS end
  MATCH (e:Entity {id: end[0]})
  CREATE (c)-[:HAS {role: end[1], i: end[2]}]->(e)
  RETURN count(e) AS tied
}
WITH row, tied
WHERE tied = size(row.ends)
RETURN count(row) AS n
