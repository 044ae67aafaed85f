// How much lies above the revision readers see, and whether an import is being staged.
// @mode READ
// @param rev int revision the reader sees
// @return nodes int, staging int
RETURN COUNT { MATCH (n:Dataset|Voice|Source|Entity|Predicate|Claim|Citation|Rivals|Identity|Question) WHERE n._rev > $rev } AS nodes,
  COUNT { MATCH (i:_Import {state: 'staging'}) } AS staging
