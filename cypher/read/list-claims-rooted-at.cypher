// Claims with a citation whose root is one of some sources.
// @mode READ
// @param rev int revision the reader sees
// @param sources string[] sources
// @return id string
MATCH (s:Source)<-[:ROOTED_AT]-(k:Citation)
WHERE s.id IN $sources AND k._rev <= $rev
RETURN DISTINCT k.claim AS id
