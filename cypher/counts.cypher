// @name count-case
// Counts all claims and entities, staged ones included, from the count store: what bounds are checked against while nothing is staged.
// @mode READ
MATCH (c:Claim)
WITH count(c) AS claims
MATCH (e:Entity)
RETURN claims, count(e) AS entities

// @name count-entities
// Entities by type and dataset.
// @mode READ
MATCH (e:Entity)
WHERE e._rev <= $rev
RETURN e.type AS type, e.dataset AS dataset, count(e) AS entities

// @name count-sources
// How many sources there are.
// @mode READ
MATCH (s:Source)
WHERE s._rev <= $rev
RETURN count(s) AS sources

// @name count-visible
// Counts the claims and entities readers see, one by one: what bounds are checked against while an import is being staged.
// @mode READ
MATCH (c:Claim)
WHERE c._rev <= $rev
WITH count(c) AS claims
MATCH (e:Entity)
WHERE e._rev <= $rev
RETURN claims, count(e) AS entities

// @name tally-claims
// Claims by predicate, standing and dataset, in one pass.
// @mode READ
MATCH (c:Claim)
WHERE c._rev <= $rev
RETURN c.predicate AS predicate, c.group AS group, c.level AS level, c.contested AS contested, coalesce(c.stale, false) AS stale,
  coalesce(c.datasets, [c.dataset]) AS datasets, count(c) AS claims, sum(c.citations) AS citations

// @name tally-voices
// For each voice, the claims it is an origin of and those it is the only origin of.
// @mode READ
MATCH (c:Claim)
WHERE c._rev <= $rev
UNWIND c.originVoices AS voice
RETURN voice, count(c) AS claims, sum(CASE c.origins WHEN 1 THEN 1 ELSE 0 END) AS alone
