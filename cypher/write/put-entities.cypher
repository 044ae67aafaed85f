// Writes entities, new or changed, each with its type as a second label.
// @mode WRITE
// @param rev int revision this change makes
// @param rows map[] {id, type, props}
// @return n int
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
WITH n, row, coalesce(n._rev, $rev) AS rev
SET n = row.props, n._rev = rev, n._from = CASE rev WHEN $rev THEN null ELSE $rev END
REMOVE n:Person:Group:Gang:Agency:Organization:Country:Place:Plot:Event:Case:Measure:Item
SET n:$(row.type)
RETURN count(n) AS n
