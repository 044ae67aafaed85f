// Writes predicates, new or changed; each keeps the revision it first had, so that a reader never loses it midway.
// @mode WRITE
// @param rev int revision this change makes
// @param imported bool an import writes: what it wrote is remembered, to tell later edits
// @param rows map[] {id, props}
// @return n int
UNWIND $rows AS row
MERGE (n:Predicate {id: row.id})
WITH n, row, coalesce(n._rev, $rev) AS rev, n._imported AS imported
SET n = row.props, n._rev = rev, n._imported = CASE WHEN $imported THEN row.props._hash ELSE imported END
RETURN count(n) AS n
