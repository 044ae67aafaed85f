// Claims an entity stands in, at whatever end, filtered and ordered, for an entity of few enough claims to look at each.
// @mode READ
// @param rev int revision the reader sees
// @param asks string[] names of the parts below that are asked for; the others ask nothing
// @param id string entity
// @param groups string[] groups a claim may be of
// @param predicates string[] predicates a claim may have
// @param types string[] types one of the other entities must be of
// @param rankAtLeast int lowest rank
// @param originsAtLeast int fewest origins
// @param uninvolvedAtLeast int fewest uninvolved origins
// @param contested bool contested or not
// @param except string[] claims left out
// @param filtersFigures bool a figure is asked for: claims whose figures are being recomputed are left out
// @param order string standing, origins or neighbour
// @param limit int most claims sent
// @return id string, dataset string, subject string, predicate string, object string?, text string?, textLang string?, via string[], to string[],
//   at string[], in string[], instrument string[], intended bool, attempted bool, expected bool, occasion string?, sources string[], datasets string[], figures string (JSON), total int
MATCH (:Entity {id: $id})<-[:HAS]-(any:Claim)
WITH DISTINCT any AS c
WHERE c._rev <= $rev
  AND (NOT 'groups' IN $asks OR c.group IN $groups)
  AND (NOT 'predicates' IN $asks OR c.predicate IN $predicates)
  AND c.rank >= $rankAtLeast
  AND c.origins >= $originsAtLeast
  AND c.uninvolvedOrigins >= $uninvolvedAtLeast
  AND (NOT 'contested' IN $asks OR c.contested = $contested)
  AND (NOT $filtersFigures OR NOT coalesce(c.stale, false))
  AND NOT c.id IN $except
  AND (NOT 'types' IN $asks OR EXISTS { MATCH (c)-[:HAS]->(m:Entity) WITH m.id AS other, m.type AS type WHERE other <> $id AND type IN $types })
WITH c, CASE c.subject WHEN $id THEN c.object ELSE c.subject END AS other
WITH c, CASE WHEN $order <> 'neighbour' OR other IS NULL OR other IN ['unknown', 'none', 'value'] THEN '' ELSE other END AS neighbour
ORDER BY neighbour,
  CASE $order WHEN 'origins' THEN -c.origins ELSE -c.rank END,
  CASE $order WHEN 'origins' THEN -c.rank ELSE -c.origins END,
  c.id
WITH collect(c) AS found
WITH found[0..$limit] AS sent, size(found) AS total
UNWIND sent AS c
RETURN c.id AS id, c.dataset AS dataset, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.text AS text,
  c.textLang AS textLang, coalesce(c.via, []) AS via, coalesce(c.to, []) AS `to`, coalesce(c.at, []) AS `at`, coalesce(c.in, []) AS `in`, coalesce(c.instrument, []) AS instrument, coalesce(c.intended, false) AS intended,
  coalesce(c.attempted, false) AS attempted, coalesce(c.expected, false) AS expected, c.occasion AS occasion, c.sources AS sources, coalesce(c.datasets, [c.dataset]) AS datasets, c._figures AS figures, total
