// Deletes records by kind. Claims and citations go with their ties; what another record still refers to is refused by the database.
// @mode WRITE
// @param ids map {kind: ids}, every kind there
// @return
CALL () { UNWIND $ids.rivals AS id MATCH (n:Rivals {id: id}) DETACH DELETE n }
CALL () { UNWIND $ids.identity AS id MATCH (n:Identity {id: id}) DELETE n }
CALL () { UNWIND $ids.question AS id MATCH (n:Question {id: id}) DELETE n }
CALL () { UNWIND $ids.citation AS id MATCH (n:Citation {id: id}) DETACH DELETE n }
CALL () { UNWIND $ids.claim AS id MATCH (n:Claim {id: id}) OPTIONAL MATCH (n)-[h:HAS]->() DELETE h }
CALL () { UNWIND $ids.claim AS id MATCH (n:Claim {id: id}) DELETE n }
CALL () { UNWIND $ids.entity AS id MATCH (n:Entity {id: id}) DELETE n }
CALL () { UNWIND $ids.source AS id MATCH (n:Source {id: id}) OPTIONAL MATCH (n)-[r:VOICED_BY|TEXT_OF]->() DELETE r }
CALL () { UNWIND $ids.source AS id MATCH (n:Source {id: id}) DELETE n }
CALL () { UNWIND $ids.voice AS id MATCH (n:Voice {id: id}) DELETE n }
CALL () { UNWIND $ids.predicate AS id MATCH (n:Predicate {id: id}) DELETE n }
CALL () { UNWIND $ids.dataset AS id MATCH (n:Dataset {id: id}) DELETE n }
