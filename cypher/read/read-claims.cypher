// Claims by id with their figures.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] claim ids
// @return id string, dataset string, subject string, predicate string, object string?, text string?, textLang string?, via string[], to string[],
//   at string[], in string[], instrument string[], intended bool, attempted bool, expected bool, occasion string?, sources string[], datasets string[], figures string (JSON)
MATCH (c:Claim)
WHERE c.id IN $ids AND c._rev <= $rev
RETURN c.id AS id, c.dataset AS dataset, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.text AS text,
  c.textLang AS textLang, coalesce(c.via, []) AS via, coalesce(c.to, []) AS `to`, coalesce(c.at, []) AS `at`, coalesce(c.in, []) AS `in`, coalesce(c.instrument, []) AS instrument, coalesce(c.intended, false) AS intended,
  coalesce(c.attempted, false) AS attempted, coalesce(c.expected, false) AS expected, c.occasion AS occasion, c.sources AS sources, coalesce(c.datasets, [c.dataset]) AS datasets, c._figures AS figures
