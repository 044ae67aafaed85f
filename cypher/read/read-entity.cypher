// An entity's names and the identity decisions it is part of.
// @mode READ
// @param rev int revision the reader sees
// @param id string entity
// @return names string (JSON), identities list of [other string, decision string, why string]
MATCH (e:Entity {id: $id})
WHERE e._rev <= $rev
RETURN e.names AS names,
  COLLECT {
    MATCH (i:Identity)
    WHERE (i.a = $id OR i.b = $id) AND i._rev <= $rev
    RETURN [CASE i.a WHEN $id THEN i.b ELSE i.a END, i.decision, i.why]
    ORDER BY i.id
  } AS identities
