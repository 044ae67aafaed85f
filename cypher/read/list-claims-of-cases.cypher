// Claims with a citation that names one of some cases. Not by an index: asked only where a Case is made something else.
// @mode READ
// @param rev int revision the reader sees
// @param levels string[] levels that name a case
// @param cases string[] entities
// @return id string
MATCH (k:Citation)
WHERE k.level IN $levels AND k._rev <= $rev AND any(c IN $cases WHERE k._json CONTAINS '"case":"' + c + '"')
RETURN DISTINCT k.claim AS id
