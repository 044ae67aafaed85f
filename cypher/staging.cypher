// @name list-closed-with-parts
// Ledgers whose change is written and whose plan is still kept.
// @mode READ
MATCH (i:_Import {state: 'published'})
WHERE EXISTS { (i)-[:PART]->(:_StagedPart) }
RETURN i.id AS id

// @name list-staged-claims
// Claims above the revision readers see: what an import that never ended left behind.
// @mode READ
MATCH (c:Claim)
WHERE c._rev > $rev
RETURN c.id AS id
LIMIT $limit

// @name read-staged-parts
// The plan of a change that is kept under its ledger, some parts at a time, in order.
// @mode READ
MATCH (:_Import {id: $id})-[:PART]->(p:_StagedPart)
WHERE p.n >= $from AND p.n < $before
RETURN p.n AS n, p.data AS data
ORDER BY n

// @name read-staging
// The imports and changes being staged or written: one at a time, or what one that never ended left behind.
// @mode READ
MATCH (i:_Import)
WHERE i.state IN ['staging', 'writing']
RETURN i.id AS id, i.state AS state, i.batchesDone AS batchesDone, i.changeSet AS changeSet, coalesce(i.datasets, []) AS datasets, i.touched AS touched

// @name begin-staged-plan
// Begins to keep the plan of a change under its ledger, for one attempt: what an earlier one kept is not continued.
// @mode WRITE
MATCH (i:_Import {id: $id, state: 'staging'})
SET i.attempt = $attempt, i.batchesDone = toInteger(0), i.changeSet = $changeSet, i.at = $at, i.touched = $at

// @name begin-staging
// Opens the ledger of a staged import, or finds it again.
// @mode WRITE
MERGE (i:_Import {id: $id})
ON CREATE SET i.digest = $id, i.state = 'staging', i.batchesDone = toInteger(0), i.changeSet = $changeSet, i.datasets = $datasets, i.at = $at
SET i.touched = $at
RETURN i.state AS state, i.batchesDone AS batchesDone, i.changeSet AS changeSet, i.at AS at

// @name begin-writing
// Decides a staged change: from now on it is written to its end, and what it changes is not read meanwhile.
// @mode WRITE
MATCH (i:_Import {id: $id, state: 'staging', attempt: $attempt})
MATCH (s:_State {id: 'state'})
SET i.state = 'writing', i.batchesDone = toInteger(0), i.touched = $at, s.writing = true
RETURN i.id AS id

// @name close-staging
// Forgets the ledger of an import that never ended.
// @mode WRITE
MATCH (i:_Import {id: $id, state: 'staging'})
DELETE i

// @name delete-staged-parts
// Deletes the plan of a change that is kept under its ledger, up to a limit.
// @mode WRITE
MATCH (:_Import {id: $id})-[r:PART]->(p:_StagedPart)
WITH r, p
LIMIT $limit
DELETE r, p
RETURN count(p) AS n

// @name discard-staged
// Deletes nodes above the revision readers see, up to a limit.
// @mode WRITE
CALL () {
  MATCH (n:Citation|Rivals|Identity|Question)
  WHERE n._rev > $rev
  RETURN n
  LIMIT $limit
  UNION ALL
  MATCH (n:Claim|Entity|Predicate|Dataset)
  WHERE n._rev > $rev
  RETURN n
  LIMIT $limit
  UNION ALL
  MATCH (n:Source|Voice)
  WHERE n._rev > $rev
  RETURN n
  LIMIT $limit
  UNION ALL
  MATCH (n:_Version)
  WHERE n.`from` > $rev
  RETURN n
  LIMIT $limit
}
DETACH DELETE n
RETURN count(n) AS n

// @name give-up-staging
// Takes the ledgers not touched since an instant away from their imports: under another id they still shut others out, and nobody goes on with them.
// @mode WRITE
MATCH (i:_Import {state: 'staging'})
WHERE i.touched < $before
SET i.id = i.digest + ' given up ' + $at
RETURN i.id AS id

// @name keep-staged-part
// Keeps a part of the plan of a change under its ledger; no row where another attempt has taken the ledger over.
// @mode WRITE
MATCH (i:_Import {id: $id, state: 'staging', attempt: $attempt})
CREATE (i)-[:PART]->(:_StagedPart {n: $n, data: $data})
SET i.touched = $touched
RETURN i.id AS id

// @name mark-batch
// Notes in the ledger that a batch was written, or that all of them are published.
// @mode WRITE
MATCH (i:_Import {id: $id})
SET i.batchesDone = $done, i.state = $state, i.touched = $touched
