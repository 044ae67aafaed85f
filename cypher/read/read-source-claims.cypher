// Ids of the claims that rest on a source, firmest first: those it is read for, those it is the root of, and those with no other root.
// @mode READ
// @param rev int revision the reader sees
// @param id string source
// @param limit int most ids in each list
// @return readFor string[], readForTotal int, rootOf string[], rootOfTotal int, alone string[], aloneTotal int
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
