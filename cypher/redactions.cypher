// @name list-redactions
// Every redaction, oldest first.
// @mode READ
MATCH (r:_Redaction)
RETURN r.id AS id, r.at AS at, r.who AS who, r.why AS why, r.revision AS revision, r.person AS person, r.salt AS salt, r.marks AS marks, coalesce(r.lifted, false) AS lifted
ORDER BY revision, id

// @name read-element-ids
// What the ids of nodes and of relationships begin with, before their numbers.
// @mode READ
MATCH (n)
WITH n LIMIT 1
RETURN split(elementId(n), ':')[1] AS store

// @name stream-numbered-ties
// Every relationship with all it says, and its number.
// @mode READ
MATCH (a)-[r]->(b)
RETURN toInteger(split(elementId(r), ':')[2]) AS r, toInteger(split(elementId(a), ':')[2]) AS a, toInteger(split(elementId(b), ':')[2]) AS b, type(r) AS type, properties(r) AS properties

// @name add-ties
// Ties nodes that are there.
// @mode WRITE
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row.a
MATCH (b) WHERE elementId(b) = row.b
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties
RETURN count(r) AS n

// @name delete-nodes
// Deletes nodes by their ids in the store.
// @mode WRITE
UNWIND $ids AS id
MATCH (n) WHERE elementId(n) = id
DETACH DELETE n

// @name delete-ties
// Deletes relationships by their ids in the store.
// @mode WRITE
UNWIND $ids AS id
MATCH ()-[r]->() WHERE elementId(r) = id
DELETE r

// @name lift-redaction
// Lets the person be named again by what is imported.
// @mode WRITE
MATCH (r:_Redaction {id: $id})
SET r.lifted = true
RETURN count(r) AS n

// @name record-redaction
// Remembers a redaction by marks from which nobody reads the name.
// @mode WRITE
MERGE (r:_Redaction {id: $id})
SET r.at = $at, r.who = $who, r.why = $why, r.revision = $revision, r.person = $person, r.salt = $salt, r.marks = $marks

// @name rewrite-nodes
// Gives nodes what they say from now on.
// @mode WRITE
UNWIND $rows AS row
MATCH (n) WHERE elementId(n) = row.id
SET n = row.properties
RETURN count(n) AS n

// @name rewrite-ties
// Gives relationships what they say from now on.
// @mode WRITE
UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.id
SET r = row.properties
RETURN count(r) AS n
