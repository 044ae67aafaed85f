// Marks claims whose figures are to be worked out by a job: filters leave them out meanwhile.
// @mode WRITE
// @param ids string[] claims
// @return
UNWIND $ids AS id
MATCH (c:Claim {id: id})
SET c.stale = true
