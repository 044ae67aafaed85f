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
  // The page read with the texts it carries (alone, where it speaks in its own voice), and every source named on the way with its texts.
  MATCH (v)<-[:VOICED_BY]-(root:Source)<-[:ROOTED_AT]-(k:Citation)-[:IN]->(read:Source)
  WHERE k._rev <= $rev AND k.stance = 'supports'
  WITH DISTINCT v, root, read
  MATCH (read)-[:TEXT_OF*0..32]->(s:Source)
  WHERE s = read OR root <> read
  MATCH (s)-[:VOICED_BY]->(other:Voice)
  WHERE other <> v
  RETURN other.id AS carrier
  UNION
  MATCH (v)<-[:VOICED_BY]-(:Source)<-[:ROOTED_AT]-(k:Citation)-[:_VIA]->(named:Source)
  WHERE k._rev <= $rev AND k.stance = 'supports'
  WITH DISTINCT v, named
  MATCH (named)-[:TEXT_OF*0..32]->(:Source)-[:VOICED_BY]->(other:Voice)
  WHERE other <> v
  RETURN other.id AS carrier
}
WITH claims, claimsTotal, alone, aloneTotal, carrier
ORDER BY carrier
WITH claims, claimsTotal, alone, aloneTotal, collect(carrier) AS carriedBy
RETURN claims, claimsTotal, alone, aloneTotal, carriedBy
