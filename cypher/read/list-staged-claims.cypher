// Claims above the revision readers see: what an import that never ended left behind.
// @mode READ
// @param rev int revision the reader sees
// @param limit int most ids
// @return id string
MATCH (c:Claim)
WHERE c._rev > $rev
RETURN c.id AS id
LIMIT $limit
