// Takes the ends and the key off claims that are about to be written anew, so that two may change places.
// @mode WRITE
// @param claims string[] claims
// @return
UNWIND $claims AS claim
MATCH (c:Claim {id: claim})
REMOVE c._key
WITH c
MATCH (c)-[h:HAS]->()
DELETE h
