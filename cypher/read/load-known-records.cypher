// Records of any kind as they are, by id, with the revision that wrote their present state.
// @mode READ
// @param rev int revision the reader sees
// @param ids map {kind: ids}, every kind there
// @return kind string, json string, since int
CALL () {
  UNWIND $ids.dataset AS id MATCH (n:Dataset {id: id}) WHERE n._rev <= $rev RETURN 'dataset' AS kind, n
  UNION ALL
  UNWIND $ids.voice AS id MATCH (n:Voice {id: id}) WHERE n._rev <= $rev RETURN 'voice' AS kind, n
  UNION ALL
  UNWIND $ids.source AS id MATCH (n:Source {id: id}) WHERE n._rev <= $rev RETURN 'source' AS kind, n
  UNION ALL
  UNWIND $ids.entity AS id MATCH (n:Entity {id: id}) WHERE n._rev <= $rev RETURN 'entity' AS kind, n
  UNION ALL
  UNWIND $ids.predicate AS id MATCH (n:Predicate {id: id}) WHERE n._rev <= $rev RETURN 'predicate' AS kind, n
  UNION ALL
  UNWIND $ids.claim AS id MATCH (n:Claim {id: id}) WHERE n._rev <= $rev RETURN 'claim' AS kind, n
  UNION ALL
  UNWIND $ids.citation AS id MATCH (n:Citation {id: id}) WHERE n._rev <= $rev RETURN 'citation' AS kind, n
  UNION ALL
  UNWIND $ids.rivals AS id MATCH (n:Rivals {id: id}) WHERE n._rev <= $rev RETURN 'rivals' AS kind, n
  UNION ALL
  UNWIND $ids.identity AS id MATCH (n:Identity {id: id}) WHERE n._rev <= $rev RETURN 'identity' AS kind, n
  UNION ALL
  UNWIND $ids.question AS id MATCH (n:Question {id: id}) WHERE n._rev <= $rev RETURN 'question' AS kind, n
}
RETURN kind, n._json AS json, coalesce(n._from, n._rev) AS since
