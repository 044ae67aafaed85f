// Counts the claims and entities readers see, one by one: what bounds are checked against while an import is being staged.
// @mode READ
// @param rev int revision the reader sees
// @return claims int, entities int
MATCH (c:Claim)
WHERE c._rev <= $rev
WITH count(c) AS claims
MATCH (e:Entity)
WHERE e._rev <= $rev
RETURN claims, count(e) AS entities
