// Every segment with its ends and properties.
// @mode READ
// @param rev int revision the reader sees
// @return type string, from string, to string, props map
MATCH (a:Entity)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]->(b:Entity)
WHERE s._rev <= $rev
RETURN type(s) AS type, a.id AS `from`, b.id AS `to`, properties(s) AS props
