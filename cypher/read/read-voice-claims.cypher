// Ids of the claims a voice is an origin of, firmest first, those it is the only origin of, and the voices whose publications carry it.
// @mode READ
// @param rev int revision the reader sees
// @param id string voice
// @param limit int most ids in each list
// @return claims string[], claimsTotal int, alone string[], aloneTotal int, carriedBy string[]
MATCH (v:Voice {id: $id})
WHERE v._rev <= $rev
CALL (v) {
  MATCH (v)<-[:VOICED_BY]-(:Source)<-[:ROOTED_AT]-(k:Citation)<-[:CITES]-(c:Claim)
  WHERE c._rev <= $rev AND $id IN c.originVoices
  WITH DISTINCT c
  ORDER BY c.rank DESC, c.origins DESC, c.id
  WITH collect(c.id) AS ids, collect(CASE c.origins WHEN 1 THEN c.id END) AS lone
  RETURN ids[0..$limit] AS claims, size(ids) AS claimsTotal, lone[0..$limit] AS alone, size(lone) AS aloneTotal
}
OPTIONAL CALL (v) {
  MATCH (v)<-[:VOICED_BY]-(:Source)<-[:ROOTED_AT]-(:Citation)<-[:CITES]-(c:Claim)
  WHERE c._rev <= $rev
  WITH DISTINCT c
  UNWIND c.carries AS pair
  WITH split(pair, ' ') AS ends
  WHERE ends[1] = $id
  RETURN DISTINCT ends[0] AS carrier
}
WITH claims, claimsTotal, alone, aloneTotal, carrier
ORDER BY carrier
WITH claims, claimsTotal, alone, aloneTotal, collect(carrier) AS carriedBy
RETURN claims, claimsTotal, alone, aloneTotal, carriedBy
