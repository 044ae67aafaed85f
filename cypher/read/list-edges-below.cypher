// The standing `within` claims whose upper end is one of some entities.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] entities
// @return lower string, upper string, claim string
MATCH (c:Claim)
WHERE c._upper IN $ids AND c._rev <= $rev AND c.rank >= 0
RETURN c._lower AS lower, c._upper AS upper, c.id AS claim
