// A claim has one HAS to each of its entities, so that the ties of an entity are counted as its claims; a further role of the same entity is HAS_AGAIN.

MATCH (c:Claim)
CALL (c) {
  MATCH (c)-[h:HAS]->(e:Entity)
  WITH c, e, h
  ORDER BY CASE h.role WHEN 'subject' THEN 0 WHEN 'object' THEN 1 WHEN 'via' THEN 2 WHEN 'to' THEN 3 WHEN 'at' THEN 4 WHEN 'in' THEN 5 ELSE 6 END, h.i
  WITH c, e, collect(h) AS ties
  UNWIND ties[1..] AS h
  CREATE (c)-[:HAS_AGAIN {role: h.role, i: h.i}]->(e)
  DELETE h
};
