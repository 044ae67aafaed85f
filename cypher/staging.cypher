// @name list-staged-claims
// Claims above the revision readers see: what an import that never ended left behind.
// @mode READ
MATCH (c:Claim)
WHERE c._rev > $rev
RETURN c.id AS id
LIMIT $limit

// @name read-staging
// The imports being staged: one at a time, or what one that never ended left behind.
// @mode READ
MATCH (i:_Import {state: 'staging'})
RETURN i.id AS id, i.changeSet AS changeSet, coalesce(i.datasets, []) AS datasets, i.touched AS touched

// @name begin-staging
// Opens the ledger of a staged import, or finds it again.
// @mode WRITE
MERGE (i:_Import {id: $id})
ON CREATE SET i.digest = $id, i.state = 'staging', i.batchesDone = toInteger(0), i.changeSet = $changeSet, i.datasets = $datasets, i.at = $at
SET i.touched = $at
RETURN i.state AS state, i.batchesDone AS batchesDone, i.changeSet AS changeSet, i.at AS at

// @name close-staging
// Forgets the ledger of an import that never ended.
// @mode WRITE
MATCH (i:_Import {id: $id, state: 'staging'})
DELETE i

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

// @name mark-batch
// Notes in the ledger that a batch was written, or that all of them are published.
// @mode WRITE
MATCH (i:_Import {id: $id})
SET i.batchesDone = $done, i.state = $state, i.touched = $touched
