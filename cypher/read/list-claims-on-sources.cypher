// Claims with a citation that reads some source, takes it as its origin, or names it on the way.
// @mode READ
// @param rev int revision the reader sees
// @param sources string[] sources
// @return id string
MATCH (s:Source)<-[:IN|_VIA]-(k:Citation)
WHERE s.id IN $sources AND k._rev <= $rev
RETURN DISTINCT k.claim AS id
