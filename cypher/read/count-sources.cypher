// How many sources there are.
// @mode READ
// @param rev int revision the reader sees
// @return sources int
MATCH (s:Source)
WHERE s._rev <= $rev
RETURN count(s) AS sources
