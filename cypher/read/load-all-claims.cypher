// Every claim as recorded.
// @mode READ
// @param rev int revision the reader sees
// @return json string
MATCH (c:Claim)
WHERE c._rev <= $rev
RETURN c._json AS json
