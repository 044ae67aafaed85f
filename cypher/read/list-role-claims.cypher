// Claims that may give a role towards a plot: they stand on a plot and have a predicate that gives roles.
// @mode READ
// @param rev int revision the reader sees
// @param asks string[] names of the parts below that are asked for; the others ask nothing
// @param predicates string[] predicates that give roles
// @param plots string[] only these plots
// @param limit int most claims
// @return id string, dataset string, subject string, predicate string, object string?, text string?, textLang string?, via string[], to string[],
//   at string[], in string[], instrument string[], intended bool, attempted bool, expected bool, occasion string?, sources string[], datasets string[], figures string (JSON)
MATCH (p:Plot)<-[:HAS]-(any:Claim)
WHERE p._rev <= $rev AND (NOT 'plots' IN $asks OR p.id IN $plots)
WITH DISTINCT any AS c
WHERE c._rev <= $rev AND c.predicate IN $predicates
WITH c
LIMIT $limit
RETURN c.id AS id, c.dataset AS dataset, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.text AS text,
  c.textLang AS textLang, coalesce(c.via, []) AS via, coalesce(c.to, []) AS `to`, coalesce(c.at, []) AS `at`, coalesce(c.in, []) AS `in`, coalesce(c.instrument, []) AS instrument, coalesce(c.intended, false) AS intended,
  coalesce(c.attempted, false) AS attempted, coalesce(c.expected, false) AS expected, c.occasion AS occasion, c.sources AS sources, coalesce(c.datasets, [c.dataset]) AS datasets, c._figures AS figures
