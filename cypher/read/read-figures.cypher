// The figures of claims as stored, whole.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] claims
// @return id string, figures string (JSON)
MATCH (c:Claim)
WHERE c.id IN $ids AND c._rev <= $rev
RETURN c.id AS id, c._figures AS figures
