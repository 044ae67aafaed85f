// Claims whose figures wait to be worked out.
// @mode READ
// @param rev int revision the reader sees
// @param limit int most ids
// @return id string
MATCH (c:Claim)
WHERE c.stale = true AND c._rev <= $rev
RETURN c.id AS id
LIMIT $limit
