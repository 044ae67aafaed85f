// Ids of the claims that have one of some predicates, up to a limit.
// @mode READ
// @param rev int revision the reader sees
// @param predicates string[] predicate ids
// @param limit int most ids
// @return id string
MATCH (c:Claim)
WHERE c.predicate IN $predicates AND c._rev <= $rev
RETURN c.id AS id
ORDER BY id
LIMIT $limit
