// The sets of rivals in which claims stand.
// @mode READ
// @param rev int revision the reader sees
// @param claims string[] claims
// @return json string
MATCH (n:Rivals)-[:RIVAL]->(c:Claim)
WHERE c.id IN $claims AND n._rev <= $rev
WITH DISTINCT n
RETURN n._json AS json
