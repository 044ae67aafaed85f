// Which of some claims have a supporting citation that counts.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] claims
// @return id string
MATCH (c:Claim)
WHERE c.id IN $ids AND c._rev <= $rev AND c.rank >= 0
RETURN c.id AS id
