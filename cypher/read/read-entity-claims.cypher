// A page of the claims an entity stands in, firmest first, for an entity of few enough claims to look at each.
// @mode READ
// @param rev int revision the reader sees
// @param id string entity
// @param offset int claims passed over
// @param limit int most claims sent
// @return id string, dataset string, subject string, predicate string, object string?, text string?, textLang string?, via string[], to string[],
//   at string[], in string[], instrument string[], intended bool, attempted bool, expected bool, occasion string?, sources string[], datasets string[], figures string (JSON), total int
MATCH (e:Entity {id: $id})<-[:HAS]-(any:Claim)
WITH DISTINCT any AS c
WHERE c._rev <= $rev
WITH c
ORDER BY c.rank DESC, c.origins DESC, c.id
WITH collect(c) AS found
WITH found[$offset..$offset + $limit] AS sent, size(found) AS total
UNWIND sent AS c
RETURN c.id AS id, c.dataset AS dataset, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.text AS text,
  c.textLang AS textLang, coalesce(c.via, []) AS via, coalesce(c.to, []) AS `to`, coalesce(c.at, []) AS `at`, coalesce(c.in, []) AS `in`, coalesce(c.instrument, []) AS instrument, coalesce(c.intended, false) AS intended,
  coalesce(c.attempted, false) AS attempted, coalesce(c.expected, false) AS expected, c.occasion AS occasion, c.sources AS sources, coalesce(c.datasets, [c.dataset]) AS datasets, c._figures AS figures, total
