// Writes identity decisions, new or changed; each keeps the revision it first had, so that a reader never loses it midway.
// @mode WRITE
// @param rev int revision this change makes
// @param rows map[] {id, props}
// @return n int
UNWIND $rows AS row
MERGE (n:Identity {id: row.id})
WITH n, row, coalesce(n._rev, $rev) AS rev
SET n = row.props, n._rev = rev, n._from = CASE rev WHEN $rev THEN null ELSE $rev END
RETURN count(n) AS n
