// A page of the claims that pass a filter; a part that is null asks nothing. Totals are exact.
// @mode READ
// @param rev int revision the reader sees
// @param rankAtLeast int or null: lowest rank
// @param rankAtMost int or null: highest rank
// @param originsAtLeast int or null: fewest origins
// @param originsAtMost int or null: most origins
// @param uninvolvedAtLeast int or null: fewest uninvolved origins
// @param uninvolvedAtMost int or null: most uninvolved origins
// @param contested bool|null contested or not
// @param disputedOnly bool|null disputed only or not
// @param groups string[]|null any of these groups
// @param predicates string[]|null any of these predicates
// @param entities string[]|null an end or qualifier is one of these
// @param types string[]|null subject or object is of one of these types
// @param sources string[]|null a citation reads one of these
// @param voices string[]|null a supporting citation is rooted at one of these
// @param datasets string[]|null the claim or a citation is of one of these
// @param filtersFigures bool a figure is asked for: claims whose figures are being recomputed are left out
// @param order string standing, origins or id
// @param offset int claims passed over
// @param limit int most claims sent
// @return id string, dataset string, subject string, predicate string, object string?, text string?, textLang string?, via string[], to string[],
//   at string[], in string[], instrument string[], intended bool, attempted bool, expected bool, occasion string?, sources string[], figures string (JSON), total int
MATCH (c:Claim)
WHERE c._rev <= $rev
  AND ($entities IS NULL OR EXISTS { MATCH (c)-[:HAS]->(m:Entity) WHERE m.id IN $entities })
  AND ($rankAtLeast IS NULL OR c.rank >= $rankAtLeast)
  AND ($rankAtMost IS NULL OR c.rank <= $rankAtMost)
  AND ($originsAtLeast IS NULL OR c.origins >= $originsAtLeast)
  AND ($originsAtMost IS NULL OR c.origins <= $originsAtMost)
  AND ($uninvolvedAtLeast IS NULL OR c.uninvolvedOrigins >= $uninvolvedAtLeast)
  AND ($uninvolvedAtMost IS NULL OR c.uninvolvedOrigins <= $uninvolvedAtMost)
  AND ($contested IS NULL OR c.contested = $contested)
  AND ($disputedOnly IS NULL OR (c.level = 'disputed-only') = $disputedOnly)
  AND ($groups IS NULL OR c.group IN $groups)
  AND ($predicates IS NULL OR c.predicate IN $predicates)
  AND ($sources IS NULL OR any(s IN c.sources WHERE s IN $sources))
  AND ($voices IS NULL OR any(v IN c.originVoices WHERE v IN $voices))
  AND ($datasets IS NULL OR c.dataset IN $datasets OR any(d IN c.datasets WHERE d IN $datasets))
  AND (NOT $filtersFigures OR NOT coalesce(c.stale, false))
  AND ($types IS NULL OR EXISTS { MATCH (c)-[h:HAS]->(m:Entity) WHERE h.role IN ['subject', 'object'] AND m.type IN $types })
WITH c
ORDER BY CASE $order WHEN 'origins' THEN -c.origins WHEN 'standing' THEN -c.rank ELSE 0 END,
  CASE $order WHEN 'origins' THEN -c.rank WHEN 'standing' THEN -c.origins ELSE 0 END, c.id
WITH collect(c.id) AS found
WITH found[$offset..$offset + $limit] AS sent, size(found) AS total
UNWIND sent AS sentId
MATCH (c:Claim {id: sentId})
RETURN c.id AS id, c.dataset AS dataset, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.text AS text,
  c.textLang AS textLang, c.via AS via, c.to AS `to`, c.at AS `at`, c.in AS `in`, c.instrument AS instrument, c.intended AS intended,
  c.attempted AS attempted, c.expected AS expected, c.occasion AS occasion, c.sources AS sources, c._figures AS figures, total
