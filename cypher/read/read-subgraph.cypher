// Claims all of whose ends and qualifiers stand among given entities, firmest first. Entities of very many claims are looked out from by a
// bounded number of their segments: what such an entity alone says of itself (a text, a value) is not among the claims.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] entity ids
// @param hub int number of claims above which an entity is looked out from by its segments
// @param hubs int most such entities
// @param scan int most segments looked at of one of them
// @param limit int most claims sent
// @return id string, dataset string, subject string, predicate string, object string?, text string?, textLang string?, via string[], to string[],
//   at string[], in string[], instrument string[], intended bool, attempted bool, expected bool, occasion string?, sources string[], datasets string[], figures string (JSON), total int
CALL () {
  MATCH (e:Entity)
  WHERE e.id IN $ids AND COUNT { (e)<-[:HAS]-() } <= $hub
  MATCH (e)<-[:HAS]-(c:Claim)
  RETURN c
  UNION
  MATCH (e:Entity)
  WHERE e.id IN $ids AND COUNT { (e)<-[:HAS]-() } > $hub
  WITH e
  LIMIT $hubs
  CALL (e) {
    MATCH (e)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]->(m:Entity)
    WITH s, m
    LIMIT $scan
    WHERE m.id IN $ids
    RETURN DISTINCT s.claim AS id
  }
  MATCH (c:Claim {id: id})
  RETURN c
}
WITH DISTINCT c
WHERE c._rev <= $rev
MATCH (c)-[:HAS]->(m:Entity)
WITH c, min(CASE WHEN m.id IN $ids THEN 1 ELSE 0 END) AS inside
WHERE inside = 1
WITH c
ORDER BY c.rank DESC, c.origins DESC, c.id
WITH collect(c) AS found
WITH found[0..$limit] AS sent, size(found) AS total
UNWIND sent AS c
RETURN c.id AS id, c.dataset AS dataset, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.text AS text,
  c.textLang AS textLang, coalesce(c.via, []) AS via, coalesce(c.to, []) AS `to`, coalesce(c.at, []) AS `at`, coalesce(c.in, []) AS `in`, coalesce(c.instrument, []) AS instrument, coalesce(c.intended, false) AS intended,
  coalesce(c.attempted, false) AS attempted, coalesce(c.expected, false) AS expected, c.occasion AS occasion, c.sources AS sources, coalesce(c.datasets, [c.dataset]) AS datasets, c._figures AS figures, total
