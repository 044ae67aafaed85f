// Counts all claims and entities, staged ones included, from the count store: what bounds are checked against while nothing is staged.
// @mode READ
// @return claims int, entities int
MATCH (c:Claim)
WITH count(c) AS claims
MATCH (e:Entity)
RETURN claims, count(e) AS entities
