// @name list-carriers
// Sources that are, or carry through other texts, one of some sources.
// @mode READ
MATCH (s:Source)
WHERE s.id IN $ids
MATCH (s)<-[:TEXT_OF*0..]-(d:Source)
WHERE d._rev <= $rev
RETURN DISTINCT d.id AS id

// @name list-sources
// Every source as recorded, with the claims it is read for and is the root of.
// @mode READ
MATCH (s:Source)
WHERE s._rev <= $rev
WITH s, s.id AS id
RETURN s._json AS json,
  COUNT { MATCH (s)<-[:IN]-(:Citation)<-[:CITES]-(c:Claim) WHERE c._rev <= $rev AND id IN c.readIn RETURN DISTINCT c } AS readFor,
  COUNT { MATCH (s)<-[:ROOTED_AT]-(:Citation)<-[:CITES]-(c:Claim) WHERE c._rev <= $rev AND id IN c.rootedAt RETURN DISTINCT c } AS rootOf
ORDER BY id

// @name list-sources-of-voices
// Sources whose voice is one of some voices.
// @mode READ
MATCH (v:Voice)<-[:VOICED_BY]-(s:Source)
WHERE v.id IN $voices AND s._rev <= $rev
RETURN s.id AS id

// @name load-all-sources
// Every source as recorded.
// @mode READ
MATCH (n:Source)
WHERE n._rev <= $rev
RETURN n._json AS json

// @name load-sources
// Sources by id, with every source whose text they carry.
// @mode READ
MATCH (s:Source)
WHERE s.id IN $ids
MATCH (s)-[:TEXT_OF*0..]->(t:Source)
WHERE t._rev <= $rev
WITH DISTINCT t
RETURN t._json AS json

// @name read-source-claims
// Ids of the claims that rest on a source, firmest first: those it is read for, those it is the root of, and those with no other root.
// @mode READ
MATCH (s:Source {id: $id})
WHERE s._rev <= $rev
CALL (s) {
  MATCH (s)<-[:IN]-(:Citation)<-[:CITES]-(c:Claim)
  WHERE c._rev <= $rev AND $id IN c.readIn
  WITH DISTINCT c
  ORDER BY c.rank DESC, c.origins DESC, c.id
  WITH collect(c.id) AS ids
  RETURN ids[0..$limit] AS readFor, size(ids) AS readForTotal
}
CALL (s) {
  MATCH (s)<-[:ROOTED_AT]-(:Citation)<-[:CITES]-(c:Claim)
  WHERE c._rev <= $rev AND $id IN c.rootedAt
  WITH DISTINCT c
  ORDER BY c.rank DESC, c.origins DESC, c.id
  WITH c.id AS id, size(c.rootedAt) = 1 AS isAlone
  WITH collect(id) AS ids, collect(CASE WHEN isAlone THEN id END) AS lone
  RETURN ids[0..$limit] AS rootOf, size(ids) AS rootOfTotal, lone[0..$limit] AS alone, size(lone) AS aloneTotal
}
RETURN readFor, readForTotal, rootOf, rootOfTotal, alone, aloneTotal

// @name read-source-json
// A source as recorded, with the sources whose text it carries directly and those that carry it, and the roots of what is read in it.
// @mode READ
MATCH (s:Source {id: $id})
WHERE s._rev <= $rev
RETURN s._json AS json,
  COLLECT { MATCH p = (s)-[:TEXT_OF*1..32]->(o:Source) WHERE o._rev <= $rev RETURN o._json ORDER BY length(p) } AS carries,
  COLLECT { MATCH (s)<-[:TEXT_OF]-(o:Source) WHERE o._rev <= $rev RETURN o._json ORDER BY o.id } AS carriedBy,
  COLLECT {
    MATCH (s)<-[:IN]-(k:Citation)-[:ROOTED_AT]->(root:Source)
    WHERE root <> s
    MATCH (k)<-[:CITES]-(c:Claim)
    WHERE c._rev <= $rev AND s.id + ' ' + root.id IN c.takes
    WITH root, count(DISTINCT c) AS claims
    ORDER BY claims DESC, root.id
    RETURN {source: root._json, claims: claims}
  } AS takesFrom

// @name clear-sources
// Takes the ties of sources to their voice and to the text they carry, so that these can be deleted in any order.
// @mode WRITE
UNWIND $ids AS id
MATCH (:Source {id: id})-[r:VOICED_BY|TEXT_OF]->()
DELETE r

// @name link-sources
// Draws the voice and the text carried of sources, in place of what was drawn.
// @mode WRITE
UNWIND $rows AS row
MATCH (s:Source {id: row.id})
CALL (s) {
  MATCH (s)-[old:VOICED_BY|TEXT_OF]->()
  DELETE old
}
MATCH (v:Voice {id: row.voice})
CREATE (s)-[:VOICED_BY]->(v)
WITH s, row
CALL (s, row) {
  MATCH (t:Source {id: row.textOf})
  CREATE (s)-[:TEXT_OF {how: row.how}]->(t)
  RETURN count(*) AS carried
}
WITH row, carried
WHERE row.textOf IS NULL OR carried = 1
RETURN count(row) AS n

// @name put-sources
// Writes sources, new or changed; each keeps the revision it first had, so that a reader never loses it midway.
// @mode WRITE
UNWIND $rows AS row
MERGE (n:Source {id: row.id})
WITH n, row, coalesce(n._rev, $rev) AS rev
SET n = row.props, n._rev = rev, n._from = CASE rev WHEN $rev THEN null ELSE $rev END
RETURN count(n) AS n
