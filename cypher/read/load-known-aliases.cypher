// Claims that a dataset calls by another id than the claim's own.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] ids that may be such
// @return id string, aliases string[]
MATCH (c:Claim)
WHERE size(c.aliases) > 0 AND c._rev <= $rev AND any(alias IN c.aliases WHERE alias IN $ids)
RETURN c.id AS id, coalesce(c.aliases, []) AS aliases
