// @name audit-citations
// Every citation with what it is tied to.
// @mode READ
MATCH (k:Citation)
WHERE k._rev <= $rev
RETURN k.id AS id, properties(k) AS props,
  COLLECT { MATCH (k)<-[:CITES]-(c:Claim) RETURN c.id } AS claims,
  COLLECT { MATCH (k)-[:IN]->(s:Source) RETURN s.id } AS sources,
  COLLECT { MATCH (k)-[:ROOTED_AT]->(s:Source) RETURN s.id } AS roots,
  COLLECT { MATCH (k)-[:_VIA]->(s:Source) RETURN s.id } AS via

// @name audit-claims
// Every claim with its properties, the entities it is tied to and the citations.
// @mode READ
MATCH (c:Claim)
WHERE c._rev <= $rev
RETURN c.id AS id, properties(c) AS props,
  COLLECT { MATCH (c)-[h:HAS]->(e:Entity) RETURN [h.role, h.i, e.id] } AS ends,
  COLLECT { MATCH (c)-[h:HAS_AGAIN]->(e:Entity) RETURN [h.role, h.i, e.id] } AS again,
  COLLECT { MATCH (c)-[:CITES]->(k:Citation) RETURN k.id } AS citations

// @name audit-entities
// Every entity with its labels and properties.
// @mode READ
MATCH (e:Entity)
WHERE e._rev <= $rev
RETURN e.id AS id, labels(e) AS labels, properties(e) AS props

// @name audit-rivals
// Every set of rivals with the claims it is tied to.
// @mode READ
MATCH (n:Rivals)
WHERE n._rev <= $rev
RETURN n.id AS id, COLLECT { MATCH (n)-[:RIVAL]->(c:Claim) RETURN c.id } AS claims

// @name audit-segments
// Every segment with its ends and properties.
// @mode READ
MATCH (a:Entity)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]->(b:Entity)
WHERE s._rev <= $rev
RETURN type(s) AS type, a.id AS `from`, b.id AS `to`, properties(s) AS props

// @name audit-sources
// Every source with its voice and the text it carries, as they are drawn.
// @mode READ
MATCH (s:Source)
WHERE s._rev <= $rev
RETURN s.id AS id,
  COLLECT { MATCH (s)-[:VOICED_BY]->(v:Voice) RETURN v.id } AS voices,
  COLLECT { MATCH (s)-[r:TEXT_OF]->(t:Source) RETURN [t.id, r.how] } AS carries

// @name audit-staged
// How much lies above the revision readers see, and whether an import is being staged.
// @mode READ
RETURN COUNT { MATCH (n:Dataset|Voice|Source|Entity|Predicate|Claim|Citation|Rivals|Identity|Question) WHERE n._rev > $rev } AS nodes,
  COUNT { MATCH (i:_Import) WHERE i.state IN ['staging', 'writing'] } AS staging

// @name audit-versions
// Past states whose span is no span, that overlap another of the same record, or that reach past its present state.
// @mode READ
CALL () {
  MATCH (v:_Version)
  WHERE v.`from` <= $rev AND (v.`to` IS NULL OR v.json IS NULL OR v.`to` <= v.`from`)
  RETURN v.key AS key, 'a past state of it has no end, no text or no span' AS why
  UNION
  MATCH (v:_Version)
  WHERE v.`from` <= $rev
  MATCH (o:_Version)
  WHERE o.key = v.key AND o.`from` > v.`from` AND o.`from` < v.`to`
  RETURN v.key AS key, 'two past states of it overlap' AS why
  UNION
  MATCH (v:_Version)
  WHERE v.kind = 'dataset' AND v.`from` <= $rev
  MATCH (n:Dataset {id: substring(v.key, 8)})
  WHERE coalesce(n._from, n._rev) < v.`to`
  RETURN v.key AS key, 'a past state of it reaches past the present one' AS why
  UNION
  MATCH (v:_Version)
  WHERE v.kind = 'voice' AND v.`from` <= $rev
  MATCH (n:Voice {id: substring(v.key, 6)})
  WHERE coalesce(n._from, n._rev) < v.`to`
  RETURN v.key AS key, 'a past state of it reaches past the present one' AS why
  UNION
  MATCH (v:_Version)
  WHERE v.kind = 'source' AND v.`from` <= $rev
  MATCH (n:Source {id: substring(v.key, 7)})
  WHERE coalesce(n._from, n._rev) < v.`to`
  RETURN v.key AS key, 'a past state of it reaches past the present one' AS why
  UNION
  MATCH (v:_Version)
  WHERE v.kind = 'entity' AND v.`from` <= $rev
  MATCH (n:Entity {id: substring(v.key, 7)})
  WHERE coalesce(n._from, n._rev) < v.`to`
  RETURN v.key AS key, 'a past state of it reaches past the present one' AS why
  UNION
  MATCH (v:_Version)
  WHERE v.kind = 'predicate' AND v.`from` <= $rev
  MATCH (n:Predicate {id: substring(v.key, 10)})
  WHERE coalesce(n._from, n._rev) < v.`to`
  RETURN v.key AS key, 'a past state of it reaches past the present one' AS why
  UNION
  MATCH (v:_Version)
  WHERE v.kind = 'claim' AND v.`from` <= $rev
  MATCH (n:Claim {id: substring(v.key, 6)})
  WHERE coalesce(n._from, n._rev) < v.`to`
  RETURN v.key AS key, 'a past state of it reaches past the present one' AS why
  UNION
  MATCH (v:_Version)
  WHERE v.kind = 'citation' AND v.`from` <= $rev
  MATCH (n:Citation {id: substring(v.key, 9)})
  WHERE coalesce(n._from, n._rev) < v.`to`
  RETURN v.key AS key, 'a past state of it reaches past the present one' AS why
  UNION
  MATCH (v:_Version)
  WHERE v.kind = 'rivals' AND v.`from` <= $rev
  MATCH (n:Rivals {id: substring(v.key, 7)})
  WHERE coalesce(n._from, n._rev) < v.`to`
  RETURN v.key AS key, 'a past state of it reaches past the present one' AS why
  UNION
  MATCH (v:_Version)
  WHERE v.kind = 'identity' AND v.`from` <= $rev
  MATCH (n:Identity {id: substring(v.key, 9)})
  WHERE coalesce(n._from, n._rev) < v.`to`
  RETURN v.key AS key, 'a past state of it reaches past the present one' AS why
  UNION
  MATCH (v:_Version)
  WHERE v.kind = 'question' AND v.`from` <= $rev
  MATCH (n:Question {id: substring(v.key, 9)})
  WHERE coalesce(n._from, n._rev) < v.`to`
  RETURN v.key AS key, 'a past state of it reaches past the present one' AS why
}
RETURN key, why
