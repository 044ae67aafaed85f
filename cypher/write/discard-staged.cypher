// Deletes nodes above the revision readers see, up to a limit.
// @mode WRITE
// @param rev int revision readers see
// @param limit int most nodes of each kind
// @return n int
CALL () {
  MATCH (n:Citation|Rivals|Identity|Question)
  WHERE n._rev > $rev
  RETURN n
  LIMIT $limit
  UNION ALL
  MATCH (n:Claim|Entity|Predicate|Dataset)
  WHERE n._rev > $rev
  RETURN n
  LIMIT $limit
  UNION ALL
  MATCH (n:Source|Voice)
  WHERE n._rev > $rev
  RETURN n
  LIMIT $limit
  UNION ALL
  MATCH (n:_Version)
  WHERE n.`from` > $rev
  RETURN n
  LIMIT $limit
}
DETACH DELETE n
RETURN count(n) AS n
