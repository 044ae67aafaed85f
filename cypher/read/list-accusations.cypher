// Who alleges, designates or charges in citations rooted at some sources, and on which claims.
// @mode READ
// @param rev int revision the reader sees
// @param sources string[] root sources
// @param except string[] claims left out
// @return source string, by string
MATCH (s:Source)<-[:ROOTED_AT]-(k:Citation)
WHERE s.id IN $sources AND k._rev <= $rev AND k.by IS NOT NULL AND k.level IN ['alleged', 'sanctioned', 'charged'] AND NOT k.claim IN $except
RETURN DISTINCT s.id AS source, k.by AS by
