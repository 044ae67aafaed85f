// @part filter-claims
// Whether the claim c passes a claim filter, given as conditions on its stored figures ($filter); a condition that is not asked lets all pass.
AND all(one IN $filter.atLeast WHERE c[one.fact] >= one.value)
AND all(one IN $filter.atMost WHERE c[one.fact] <= one.value)
AND all(one IN $filter.after WHERE c[one.fact] > one.value)
AND all(one IN $filter.is WHERE coalesce(c[one.fact], false) = one.value)
AND all(one IN $filter.anyOf WHERE any(v IN [] + c[one.fact] WHERE v IN one.value))
AND none(one IN $filter.noneOf WHERE any(v IN [] + coalesce(c[one.fact], []) WHERE v IN one.value))
AND (NOT $filter.filtersFigures OR NOT coalesce(c.stale, false))
AND (NOT 'datasets' IN $filter.asks OR c.dataset IN $filter.datasets OR any(d IN c.datasets WHERE d IN $filter.datasets))
AND (NOT 'entities' IN $filter.asks OR EXISTS { MATCH (c)-[:HAS]->(end:Entity) WITH end.id AS id WHERE id IN $filter.entities })
AND (NOT 'types' IN $filter.asks OR EXISTS { MATCH (c)-[h:HAS]->(end:Entity) WITH h.role AS role, end.type AS type WHERE role IN ['subject', 'object'] AND type IN $filter.types })
AND (NOT 'typesNot' IN $filter.asks OR NOT EXISTS {
  MATCH (c)-[h:HAS|HAS_AGAIN]->(end:Entity)
  WITH h.role AS role, end.type AS type
  WHERE type IN $filter.typesNot
    AND (role IN ['subject', 'object', 'via', 'to'] OR role = 'in' AND c.group = 'justice' AND type = 'Case' OR role IN ['at', 'in'] AND coalesce(c.object, 'value') = 'value')
})

// @part return-claim
// The columns of the claim c as every answer reads it: its body, its datasets and its stored figures.
c.id AS id, c.dataset AS dataset, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.text AS text, c.textLang AS textLang,
coalesce(c.textQuoted, false) AS textQuoted, coalesce(c.via, []) AS via, coalesce(c.to, []) AS `to`, coalesce(c.at, []) AS `at`,
coalesce(c.in, []) AS `in`, coalesce(c.instrument, []) AS instrument, coalesce(c.intended, false) AS intended,
coalesce(c.attempted, false) AS attempted, coalesce(c.expected, false) AS expected, c.occasion AS occasion, c.sources AS sources,
coalesce(c.datasets, [c.dataset]) AS datasets, c._figures AS figures

// @name list-claims
// A page of the claims that pass a filter; a part that is not asked for lets all pass. Totals are exact.
// @mode READ
MATCH (c:Claim)
WHERE c._rev <= $rev
  AND c.rank >= $rankAtLeast
  AND c.rank <= $rankAtMost
  // @use filter-claims
WITH c
ORDER BY CASE $order WHEN 'origins' THEN -c.origins WHEN 'standing' THEN -c.rank ELSE 0 END,
  CASE $order WHEN 'origins' THEN -c.rank WHEN 'standing' THEN -c.origins ELSE 0 END, c.id
WITH collect(c.id) AS found
WITH found[$offset..$offset + $limit] AS sent, size(found) AS total
UNWIND sent AS sentId
MATCH (c:Claim {id: sentId})
RETURN total,
  // @use return-claim

// @name list-claims-accusing
// Claims on which one of some entities alleges, designates or charges in a citation rooted at one of some sources.
// @mode READ
MATCH (s:Source)<-[:ROOTED_AT]-(k:Citation)
WHERE s.id IN $sources AND k._rev <= $rev AND k.by IN $by AND k.level IN ['alleged', 'sanctioned', 'charged']
RETURN DISTINCT k.claim AS id
LIMIT $limit

// @name list-claims-answered
// Ids of the claims that have a citation of one of some levels, those of the first level first.
// @mode READ
MATCH (k:Citation)
WHERE k.level IN $levels AND k._rev <= $rev
WITH k.claim AS id, min(reduce(place = 0, i IN range(0, size($levels) - 1) | CASE WHEN $levels[i] = k.level THEN i ELSE place END)) AS place
RETURN id
ORDER BY place, id
LIMIT $limit

// @name list-claims-between
// Ids of the claims in which one of some entities stands together with one of some others. Such a claim is found from whichever of the two has fewer claims, so
// that the claims of an entity with more than any of the other side are not looked at.
// @mode READ
MATCH (x:Entity)
WHERE x.id IN $one + $other
WITH collect({node: x, id: x.id, claims: COUNT { (x)<-[:HAS]-() }}) AS ends
UNWIND ends AS end
WITH end.node AS x, end, ends
WHERE (end.id IN $one AND any(far IN ends WHERE far.id IN $other AND far.id <> end.id AND far.claims >= end.claims))
  OR (end.id IN $other AND any(far IN ends WHERE far.id IN $one AND far.id <> end.id AND far.claims >= end.claims))
CALL (x) {
  MATCH (x)<-[:HAS]-(c:Claim)
  WITH DISTINCT c
  LIMIT $scan
  WHERE c._rev <= $rev
  MATCH (c)-[:HAS]->(y:Entity)
  WITH c, collect(y.id) AS here
  WHERE any(a IN here WHERE a IN $one AND any(b IN here WHERE b <> a AND b IN $other))
  RETURN c.id AS id
}
RETURN DISTINCT id
ORDER BY id
LIMIT $limit

// @name list-claims-by-predicate
// Claims that have one of some predicates.
// @mode READ
MATCH (c:Claim)
WHERE c.predicate IN $predicates AND c._rev <= $rev
RETURN c.id AS id

// @name list-claims-derived
// The claims that were written, or of which figures were derived, after one revision and up to another.
// @mode READ
MATCH (c:Claim)
WHERE c._derived > $after AND c._derived <= $rev
RETURN c.id AS id

// @name list-claims-having
// Claims in which one of some entities stands, at whatever end.
// @mode READ
MATCH (e:Entity)<-[:HAS]-(c:Claim)
WHERE e.id IN $entities AND c._rev <= $rev
RETURN DISTINCT c.id AS id
LIMIT $limit

// @name list-claims-of-cases
// Claims with a citation that names one of some cases. Not by an index: asked only where a Case is made something else.
// @mode READ
MATCH (k:Citation)
WHERE k.level IN $levels AND k._rev <= $rev AND any(c IN $cases WHERE k._json CONTAINS '"case":"' + c + '"')
RETURN DISTINCT k.claim AS id

// @name list-claims-of-predicates
// Ids of the claims that have one of some predicates, up to a limit.
// @mode READ
MATCH (c:Claim)
WHERE c.predicate IN $predicates AND c._rev <= $rev
RETURN c.id AS id
ORDER BY id
LIMIT $limit

// @name list-claims-on-sources
// Claims with a citation that reads some source, takes it as its origin, or names it on the way.
// @mode READ
MATCH (s:Source)<-[:IN|_VIA]-(k:Citation)
WHERE s.id IN $sources AND k._rev <= $rev
RETURN DISTINCT k.claim AS id
LIMIT $limit

// @name list-claims-on-subjects
// Claims that have a predicate and one of some entities as their subject.
// @mode READ
MATCH (e:Entity)<-[h:HAS]-(c:Claim)
WHERE e.id IN $subjects AND h.role = 'subject' AND c.predicate = $predicate AND c._rev <= $rev
RETURN c.id AS id
LIMIT $limit

// @name list-claims-rooted-at
// Claims with a citation whose root is one of some sources.
// @mode READ
MATCH (s:Source)<-[:ROOTED_AT]-(k:Citation)
WHERE s.id IN $sources AND k._rev <= $rev
RETURN DISTINCT k.claim AS id
LIMIT $limit

// @name list-claims-without-object
// Claims whose object is no entity, by each of some entities that they name: those of which there may be nothing to draw. Entities of very many claims are
// passed over.
// @mode READ
MATCH (e:Entity)
WHERE e.id IN $ids AND COUNT { (e)<-[:HAS]-() } <= $hub
MATCH (e)<-[:HAS]-(c:Claim)
WHERE c._rev <= $rev AND coalesce(c.object, 'value') IN ['value', 'none', 'unknown']
RETURN e.id AS entity, c.id AS id, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.group AS group, coalesce(c.via, []) AS via,
  coalesce(c.to, []) AS `to`, coalesce(c.at, []) AS `at`, coalesce(c.in, []) AS `in`,
  COLLECT { MATCH (c)-[:HAS]->(m:Entity) RETURN [m.id, m.type] } AS types
ORDER BY entity, id

// @name list-edges-above
// The `within` claims whose lower end is one of some entities: the standing ones, or all, for at a date another may stand.
// @mode READ
MATCH (c:Claim)
WHERE c._lower IN $ids AND c._rev <= $rev AND (c.rank >= 0 OR NOT $standing)
RETURN c._lower AS lower, c._upper AS upper, c.id AS claim

// @name list-edges-below
// The standing `within` claims whose upper end is one of some entities.
// @mode READ
MATCH (c:Claim)
WHERE c._upper IN $ids AND c._rev <= $rev AND c.rank >= 0
RETURN c._lower AS lower, c._upper AS upper, c.id AS claim

// @name list-role-claims
// Claims that may give a role towards a plot: they stand on a plot and have a predicate that gives roles.
// @mode READ
MATCH (p:Plot)<-[:HAS]-(any:Claim)
WHERE p._rev <= $rev AND (NOT 'plots' IN $asks OR p.id IN $plots)
WITH DISTINCT any AS c
WHERE c._rev <= $rev AND c.predicate IN $predicates
WITH c
LIMIT $limit
RETURN
  // @use return-claim

// @name list-roles-of-entities
// Claims in which some entities stand and which may give a role towards a plot, out of a bounded scan of each entity.
// @mode READ
MATCH (e:Entity)
WHERE e.id IN $entities AND e._rev <= $rev
CALL (e) {
  MATCH (e)<-[:HAS]-(any:Claim)
  WITH any
  LIMIT $scan
  WHERE any._rev <= $rev AND any.predicate IN $predicates AND EXISTS { (any)-[:HAS]->(:Plot) }
  RETURN any
}
WITH DISTINCT any AS c
LIMIT $limit
RETURN
  // @use return-claim

// @name list-stale
// Claims whose figures wait to be worked out.
// @mode READ
MATCH (c:Claim)
WHERE c.stale = true AND c._rev <= $rev
RETURN c.id AS id
LIMIT $limit

// @name list-standing
// Which of some claims have a supporting citation that counts.
// @mode READ
MATCH (c:Claim)
WHERE c.id IN $ids AND c._rev <= $rev AND c.rank >= 0
RETURN c.id AS id

// @name load-all-claims
// Every claim as recorded.
// @mode READ
MATCH (c:Claim)
WHERE c._rev <= $rev
RETURN c._json AS json

// @name load-claims
// Claims by id, each as recorded.
// @mode READ
MATCH (c:Claim)
WHERE c.id IN $ids AND c._rev <= $rev
RETURN c._json AS json

// @name read-claims
// Claims by id with their figures.
// @mode READ
MATCH (c:Claim)
WHERE c.id IN $ids AND c._rev <= $rev
RETURN
  // @use return-claim

// @name read-figures
// The figures of claims as stored, whole.
// @mode READ
MATCH (c:Claim)
WHERE c.id IN $ids AND c._rev <= $rev
RETURN c.id AS id, c._figures AS figures

// @name clear-claims
// Takes the ends and the key off claims that are about to be written anew, so that two may change places.
// @mode WRITE
UNWIND $claims AS claim
MATCH (c:Claim {id: claim})
REMOVE c._key
WITH c
MATCH (c)-[h:HAS|HAS_AGAIN]->()
DELETE h

// @name mark-more-stale
// Marks further claims whose figures are to be worked out by a job, until none is left unmarked.
// @mode WRITE
MATCH (c:Claim)
WHERE c.stale IS NULL
WITH c LIMIT $limit
SET c.stale = true
RETURN count(c) AS n

// @name mark-stale
// Marks claims whose figures are to be worked out by a job: filters leave them out meanwhile.
// @mode WRITE
UNWIND $ids AS id
MATCH (c:Claim {id: id})
SET c.stale = true

// @name put-claims
// Writes claims with their figures, new or changed, and ties each to its ends.
// @mode WRITE
UNWIND $rows AS row
MERGE (c:Claim {id: row.id})
WITH c, row, coalesce(c._rev, $rev) AS rev
SET c = row.props, c._rev = rev, c._from = CASE rev WHEN $rev THEN null ELSE $rev END, c._derived = $rev
WITH c, row
CALL (c, row) {
  UNWIND row.ends AS end
  MATCH (e:Entity {id: end[0]})
  CREATE (c)-[:HAS {role: end[1], i: end[2]}]->(e)
  RETURN count(e) AS tied
}
CALL (c, row) {
  UNWIND row.again AS end
  MATCH (e:Entity {id: end[0]})
  CREATE (c)-[:HAS_AGAIN {role: end[1], i: end[2]}]->(e)
  RETURN count(e) AS tiedAgain
}
WITH row, tied + tiedAgain AS tied
WHERE tied = size(row.ends) + size(row.again)
RETURN count(row) AS n

// @name write-figures
// Writes derived figures onto claims; they are no longer stale.
// @mode WRITE
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
SET c += row.props, c._derived = $rev
RETURN count(c) AS n
