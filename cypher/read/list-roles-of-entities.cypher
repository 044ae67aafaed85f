// Claims in which some entities stand and which may give a role towards a plot, out of a bounded scan of each entity.
// @mode READ
// @param rev int revision the reader sees
// @param predicates string[] predicates that give roles
// @param entities string[] entities
// @param scan int most ends looked at of one entity
// @param limit int most claims
// @return id string, dataset string, subject string, predicate string, object string?, text string?, textLang string?, via string[], to string[],
//   at string[], in string[], instrument string[], intended bool, attempted bool, expected bool, occasion string?, sources string[], datasets string[], figures string (JSON)
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
RETURN c.id AS id, c.dataset AS dataset, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.text AS text,
  c.textLang AS textLang, coalesce(c.via, []) AS via, coalesce(c.to, []) AS `to`, coalesce(c.at, []) AS `at`, coalesce(c.in, []) AS `in`, coalesce(c.instrument, []) AS instrument, coalesce(c.intended, false) AS intended,
  coalesce(c.attempted, false) AS attempted, coalesce(c.expected, false) AS expected, c.occasion AS occasion, c.sources AS sources, coalesce(c.datasets, [c.dataset]) AS datasets, c._figures AS figures
