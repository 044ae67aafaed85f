// @name list-accusations
// Who alleges, designates or charges in citations rooted at some sources, and on which claims.
// @mode READ
MATCH (s:Source)<-[:ROOTED_AT]-(k:Citation)
WHERE s.id IN $sources AND k._rev <= $rev AND k.by IS NOT NULL AND k.level IN ['alleged', 'sanctioned', 'charged'] AND NOT k.claim IN $except
RETURN DISTINCT s.id AS source, k.by AS by

// @name load-all-citations
// Every citation as recorded.
// @mode READ
MATCH (n:Citation)
WHERE n._rev <= $rev
RETURN n._json AS json

// @name load-citations
// The citations of claims, as recorded.
// @mode READ
MATCH (c:Claim)-[:CITES]->(k:Citation)
WHERE c.id IN $claims AND k._rev <= $rev
RETURN k._json AS json

// @name load-citations-by-id
// Citations by id, as recorded.
// @mode READ
MATCH (n:Citation)
WHERE n.id IN $ids AND n._rev <= $rev
RETURN n._json AS json

// @name clear-citations
// Takes citations that are about to be written anew from their claims and sources.
// @mode WRITE
UNWIND $ids AS id
MATCH (k:Citation {id: id})
MATCH (k)-[r:IN|_VIA|ROOTED_AT|CITES]-()
DELETE r

// @name move-roots
// Moves the roots of citations whose lineage changed.
// @mode WRITE
UNWIND $rows AS row
MATCH (k:Citation {id: row.id})
CALL (k) {
  MATCH (k)-[old:ROOTED_AT]->()
  DELETE old
}
WITH k, row
MATCH (s:Source {id: row.root})
CREATE (k)-[:ROOTED_AT]->(s)

// @name put-citations
// Writes citations, new or changed, between their claim and the source read, with the sources on the way and at the root.
// @mode WRITE
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
