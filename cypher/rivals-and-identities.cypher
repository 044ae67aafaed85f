// @name list-identity-ids
// Ids of all identity decisions.
// @mode READ
MATCH (i:Identity)
WHERE i._rev <= $rev
RETURN i.id AS id
ORDER BY id

// @name load-all-identities
// Every identity decision as recorded.
// @mode READ
MATCH (n:Identity)
WHERE n._rev <= $rev
RETURN n._json AS json

// @name load-all-rivals
// Every set of rivals as recorded.
// @mode READ
MATCH (n:Rivals)
WHERE n._rev <= $rev
RETURN n._json AS json

// @name load-identities
// The identity decisions about entities.
// @mode READ
MATCH (n:Identity)
WHERE (n.a IN $entities OR n.b IN $entities) AND n._rev <= $rev
RETURN n._json AS json

// @name load-identities-by-id
// Identity decisions by id, as recorded.
// @mode READ
MATCH (n:Identity)
WHERE n.id IN $ids AND n._rev <= $rev
RETURN n._json AS json

// @name load-rivals
// The sets of rivals in which claims stand.
// @mode READ
MATCH (n:Rivals)-[:RIVAL]->(c:Claim)
WHERE c.id IN $claims AND n._rev <= $rev
WITH DISTINCT n
RETURN n._json AS json

// @name load-rivals-by-id
// Sets of rivals by id, as recorded.
// @mode READ
MATCH (n:Rivals)
WHERE n.id IN $ids AND n._rev <= $rev
RETURN n._json AS json

// @name put-identities
// Writes identity decisions, new or changed; each keeps the revision it first had, so that a reader never loses it midway.
// @mode WRITE
UNWIND $rows AS row
MERGE (n:Identity {id: row.id})
WITH n, row, coalesce(n._rev, $rev) AS rev
SET n = row.props, n._rev = rev, n._from = CASE rev WHEN $rev THEN null ELSE $rev END
RETURN count(n) AS n

// @name put-rivals
// Writes sets of rivals, new or changed, each tied to its claims.
// @mode WRITE
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
