// Claims that have one of some predicates.
// @mode READ
// @param rev int revision the reader sees
// @param predicates string[] predicates
// @return id string
MATCH (c:Claim)
WHERE c.predicate IN $predicates AND c._rev <= $rev
RETURN c.id AS id
