// Entities by id as they are drawn, each with the number of claims it stands in and whether an unsure identity decision stands.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] entity ids
// @return id string, type string, kind string?, name string, nameLang string, label bool, unnamed bool, generic bool, aggregate bool, atRisk bool, candidates string[], degree int, unsure bool
CALL () {
  MATCH (i:Identity)
  WHERE i.decision = 'unsure' AND i._rev <= $rev
  RETURN collect(i.a) + collect(i.b) AS unsure
}
MATCH (e:Entity)
WHERE e.id IN $ids AND e._rev <= $rev
RETURN e.id AS id, e.type AS type, e.kind AS kind, e.name AS name, e.nameLang AS nameLang, e.label AS label, e.unnamed AS unnamed,
  e.generic AS generic, e.aggregate AS aggregate, e.atRisk AS atRisk, e.candidates AS candidates,
  CASE
    WHEN COUNT { (e)<-[:HAS]-() } > 50 THEN COUNT { (e)<-[:HAS]-() }
    ELSE COUNT { MATCH (e)<-[:HAS]-(c:Claim) WHERE c._rev <= $rev RETURN DISTINCT c }
  END AS degree,
  e.id IN unsure AS unsure
