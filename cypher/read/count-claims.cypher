// Counts all claims, staged ones included, from the count store: the bound a view at a date is checked against.
// @mode READ
// @return claims int
MATCH (c:Claim)
RETURN count(c) AS claims
