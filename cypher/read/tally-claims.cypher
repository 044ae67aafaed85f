// Claims by predicate, standing and dataset, in one pass.
// @mode READ
// @param rev int revision the reader sees
// @return predicate string, group string, level string, contested bool, stale bool, datasets string[], claims int, citations int
MATCH (c:Claim)
WHERE c._rev <= $rev
RETURN c.predicate AS predicate, c.group AS group, c.level AS level, c.contested AS contested, coalesce(c.stale, false) AS stale,
  coalesce(c.datasets, [c.dataset]) AS datasets, count(c) AS claims, sum(c.citations) AS citations
