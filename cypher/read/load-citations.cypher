// The citations of claims, as recorded.
// @mode READ
// @param rev int revision the reader sees
// @param claims string[] claims
// @return json string
MATCH (c:Claim)-[:CITES]->(k:Citation)
WHERE c.id IN $claims AND k._rev <= $rev
RETURN k._json AS json
