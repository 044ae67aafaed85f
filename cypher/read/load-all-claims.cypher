// Every claim as recorded.
// @mode READ
// @param rev int revision the reader sees
// @return id string, dataset string, subject string, predicate string, object string?, text string?, textLang string?, via string[], to string[],
//   at string[], in string[], instrument string[], intended bool, attempted bool, expected bool, occasion string?, datasets string[], aliases string[]
MATCH (c:Claim)
WHERE c._rev <= $rev
RETURN c.id AS id, c.dataset AS dataset, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.text AS text,
  c.textLang AS textLang, c.via AS via, c.to AS `to`, c.at AS `at`, c.in AS `in`, c.instrument AS instrument, c.intended AS intended,
  c.attempted AS attempted, c.expected AS expected, c.occasion AS occasion, c.datasets AS datasets, c.aliases AS aliases
