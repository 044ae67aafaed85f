// Constraints and indexes of the layout of docs "In the database". Applied once, check-summed, never edited once merged.

CREATE CONSTRAINT state_id IF NOT EXISTS FOR (n:_State) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT operation_id IF NOT EXISTS FOR (n:_Operation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT migration_id IF NOT EXISTS FOR (n:_Migration) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT change_set_id IF NOT EXISTS FOR (n:_ChangeSet) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT import_id IF NOT EXISTS FOR (n:_Import) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT version_key_from IF NOT EXISTS FOR (n:_Version) REQUIRE (n.key, n.from) IS UNIQUE;
CREATE CONSTRAINT dataset_id IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT voice_id IF NOT EXISTS FOR (n:Voice) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT predicate_id IF NOT EXISTS FOR (n:Predicate) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_key IF NOT EXISTS FOR (n:Claim) REQUIRE n._key IS UNIQUE;
CREATE CONSTRAINT citation_id IF NOT EXISTS FOR (n:Citation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT rivals_id IF NOT EXISTS FOR (n:Rivals) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT identity_id IF NOT EXISTS FOR (n:Identity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT question_id IF NOT EXISTS FOR (n:Question) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT saved_set_id IF NOT EXISTS FOR (n:SavedSet) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT sponsorship_segment IF NOT EXISTS FOR ()-[r:SPONSORSHIP]-() REQUIRE (r.claim, r.n) IS UNIQUE;
CREATE CONSTRAINT intermediation_segment IF NOT EXISTS FOR ()-[r:INTERMEDIATION]-() REQUIRE (r.claim, r.n) IS UNIQUE;
CREATE CONSTRAINT execution_segment IF NOT EXISTS FOR ()-[r:EXECUTION]-() REQUIRE (r.claim, r.n) IS UNIQUE;
CREATE CONSTRAINT target_segment IF NOT EXISTS FOR ()-[r:TARGET]-() REQUIRE (r.claim, r.n) IS UNIQUE;
CREATE CONSTRAINT structure_segment IF NOT EXISTS FOR ()-[r:STRUCTURE]-() REQUIRE (r.claim, r.n) IS UNIQUE;
CREATE CONSTRAINT association_segment IF NOT EXISTS FOR ()-[r:ASSOCIATION]-() REQUIRE (r.claim, r.n) IS UNIQUE;
CREATE CONSTRAINT justice_segment IF NOT EXISTS FOR ()-[r:JUSTICE]-() REQUIRE (r.claim, r.n) IS UNIQUE;
CREATE CONSTRAINT geography_segment IF NOT EXISTS FOR ()-[r:GEOGRAPHY]-() REQUIRE (r.claim, r.n) IS UNIQUE;
CREATE CONSTRAINT statement_segment IF NOT EXISTS FOR ()-[r:STATEMENT]-() REQUIRE (r.claim, r.n) IS UNIQUE;
CREATE CONSTRAINT identity_segment IF NOT EXISTS FOR ()-[r:IDENTITY]-() REQUIRE (r.claim, r.n) IS UNIQUE;

CREATE INDEX entity_type IF NOT EXISTS FOR (n:Entity) ON (n.type);
CREATE INDEX claim_predicate IF NOT EXISTS FOR (n:Claim) ON (n.predicate);
CREATE INDEX claim_rank IF NOT EXISTS FOR (n:Claim) ON (n.rank);
CREATE INDEX claim_lower IF NOT EXISTS FOR (n:Claim) ON (n._lower);
CREATE INDEX claim_upper IF NOT EXISTS FOR (n:Claim) ON (n._upper);
CREATE INDEX claim_stale IF NOT EXISTS FOR (n:Claim) ON (n.stale);
CREATE INDEX citation_source IF NOT EXISTS FOR (n:Citation) ON (n.source);
CREATE INDEX identity_a IF NOT EXISTS FOR (n:Identity) ON (n.a);
CREATE INDEX identity_b IF NOT EXISTS FOR (n:Identity) ON (n.b);
CREATE FULLTEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity) ON EACH [n._search] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CALL db.awaitIndexes(110);
