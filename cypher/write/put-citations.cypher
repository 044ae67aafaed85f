// Writes citations, new or changed, between their claim and the source read, with the sources on the way and at the root.
// @mode WRITE
// @param rev int revision this change makes
// @param rows map[] {id, claim, source, root, via, props}
// @return n int
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (s:Source {id: row.source})
MERGE (k:Citation {id: row.id})
WITH c, s, k, row, coalesce(k._rev, $rev) AS rev
SET k = row.props, k._rev = rev, k._from = CASE rev WHEN $rev THEN null ELSE $rev END
CREATE (c)-[:CITES]->(k)-[:IN]->(s)
WITH k, row
CALL (k, row) {
  MATCH (root:Source {id: row.root})
  CREATE (k)-[:ROOTED_AT]->(root)
}
CALL (k, row) {
  UNWIND row.via AS id
  MATCH (via:Source {id: id})
  CREATE (k)-[:_VIA]->(via)
  RETURN count(via) AS tied
}
WITH row, tied
WHERE tied = size(row.via)
RETURN count(row) AS n
