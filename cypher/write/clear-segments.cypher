// Deletes the segments of claims: each group has an index of its own by claim.
// @mode WRITE
// @param claims string[] claims
// @return
UNWIND $claims AS claim
CALL (claim) { MATCH ()-[s:SPONSORSHIP]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:INTERMEDIATION]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:EXECUTION]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:TARGET]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:STRUCTURE]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:ASSOCIATION]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:JUSTICE]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:GEOGRAPHY]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:STATEMENT]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:IDENTITY]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
