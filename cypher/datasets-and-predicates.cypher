// @name list-datasets
// Every dataset as recorded.
// @mode READ
MATCH (d:Dataset)
WHERE d._rev <= $rev
RETURN d._json AS json
ORDER BY d.id

// @name load-all-datasets
// Every dataset as recorded.
// @mode READ
MATCH (n:Dataset)
WHERE n._rev <= $rev
RETURN n._json AS json

// @name load-all-predicates
// Every predicate as recorded.
// @mode READ
MATCH (n:Predicate)
WHERE n._rev <= $rev
RETURN n._json AS json

// @name load-datasets
// Datasets by id, as recorded.
// @mode READ
MATCH (n:Dataset)
WHERE n.id IN $ids AND n._rev <= $rev
RETURN n._json AS json

// @name load-predicates
// Predicates by id, as recorded.
// @mode READ
MATCH (n:Predicate)
WHERE n.id IN $ids AND n._rev <= $rev
RETURN n._json AS json

// @name read-predicates
// Every predicate as recorded.
// @mode READ
MATCH (p:Predicate)
WHERE p._rev <= $rev
RETURN p._json AS json
ORDER BY p.id

// @name put-datasets
// Writes datasets, new or changed; each keeps the revision it first had, so that a reader never loses it midway.
// @mode WRITE
UNWIND $rows AS row
MERGE (n:Dataset {id: row.id})
WITH n, row, coalesce(n._rev, $rev) AS rev
SET n = row.props, n._rev = rev, n._from = CASE rev WHEN $rev THEN null ELSE $rev END
RETURN count(n) AS n

// @name put-predicates
// Writes predicates, new or changed; each keeps the revision it first had, so that a reader never loses it midway.
// @mode WRITE
UNWIND $rows AS row
MERGE (n:Predicate {id: row.id})
WITH n, row, coalesce(n._rev, $rev) AS rev
SET n = row.props, n._rev = rev, n._from = CASE rev WHEN $rev THEN null ELSE $rev END
RETURN count(n) AS n
