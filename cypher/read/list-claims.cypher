// A page of the claims that pass a filter; a part that is not asked for lets all pass. Totals are exact.
// @mode READ
// @param rev int revision the reader sees
// @param asks string[] names of the parts below that are asked for; the others ask nothing
// @param rankAtLeast int lowest rank
// @param rankAtMost int highest rank
// @param originsAtLeast int fewest origins
// @param originsAtMost int most origins
// @param uninvolvedAtLeast int fewest uninvolved origins
// @param uninvolvedAtMost int most uninvolved origins
// @param contested bool contested or not
// @param disputedOnly bool disputed only or not
// @param groups string[] any of these groups
// @param predicates string[] any of these predicates
// @param entities string[] an end or qualifier is one of these
// @param types string[] subject or object is of one of these types
// @param sources string[] a citation reads one of these
// @param voices string[] a supporting citation is rooted at one of these
// @param datasets string[] the claim or a citation is of one of these
// @param filtersFigures bool a figure is asked for: claims whose figures are being recomputed are left out
// @param order string standing, origins or id
// @param offset int claims passed over
// @param limit int most claims sent
// @return id string, dataset string, subject string, predicate string, object string?, text string?, textLang string?, via string[], to string[],
//   at string[], in string[], instrument string[], intended bool, attempted bool, expected bool, occasion string?, sources string[], datasets string[], figures string (JSON), total int
MATCH (c:Claim)
WHERE c._rev <= $rev
  AND (NOT 'entities' IN $asks OR EXISTS { MATCH (c)-[:HAS]->(m:Entity) WITH m.id AS id WHERE id IN $entities })
  AND c.rank >= $rankAtLeast
  AND c.rank <= $rankAtMost
  AND c.origins >= $originsAtLeast
  AND c.origins <= $originsAtMost
  AND c.uninvolvedOrigins >= $uninvolvedAtLeast
  AND c.uninvolvedOrigins <= $uninvolvedAtMost
  AND (NOT 'contested' IN $asks OR c.contested = $contested)
  AND (NOT 'disputedOnly' IN $asks OR (c.level = 'disputed-only') = $disputedOnly)
  AND (NOT 'groups' IN $asks OR c.group IN $groups)
  AND (NOT 'predicates' IN $asks OR c.predicate IN $predicates)
  AND (NOT 'sources' IN $asks OR any(s IN c.sources WHERE s IN $sources))
  AND (NOT 'voices' IN $asks OR any(v IN c.originVoices WHERE v IN $voices))
  AND (NOT 'datasets' IN $asks OR c.dataset IN $datasets OR any(d IN c.datasets WHERE d IN $datasets))
  AND (NOT $filtersFigures OR NOT coalesce(c.stale, false))
  AND (NOT 'types' IN $asks OR EXISTS { MATCH (c)-[h:HAS]->(m:Entity) WITH h.role AS role, m.type AS type WHERE role IN ['subject', 'object'] AND type IN $types })
WITH c
ORDER BY CASE $order WHEN 'origins' THEN -c.origins WHEN 'standing' THEN -c.rank ELSE 0 END,
  CASE $order WHEN 'origins' THEN -c.rank WHEN 'standing' THEN -c.origins ELSE 0 END, c.id
WITH collect(c.id) AS found
WITH found[$offset..$offset + $limit] AS sent, size(found) AS total
UNWIND sent AS sentId
MATCH (c:Claim {id: sentId})
RETURN c.id AS id, c.dataset AS dataset, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.text AS text,
  c.textLang AS textLang, coalesce(c.via, []) AS via, coalesce(c.to, []) AS `to`, coalesce(c.at, []) AS `at`, coalesce(c.in, []) AS `in`, coalesce(c.instrument, []) AS instrument, coalesce(c.intended, false) AS intended,
  coalesce(c.attempted, false) AS attempted, coalesce(c.expected, false) AS expected, c.occasion AS occasion, c.sources AS sources, coalesce(c.datasets, [c.dataset]) AS datasets, c._figures AS figures, total
