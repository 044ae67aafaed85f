// Claims by id, each as recorded.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] claims
// @return json string
MATCH (c:Claim)
WHERE c.id IN $ids AND c._rev <= $rev
RETURN c._json AS json
