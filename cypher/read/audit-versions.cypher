// Past states whose span is no span, that overlap another of the same record, or that reach past its present state.
// @mode READ
// @param rev int revision the reader sees
// @return key string, why string
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
