// The consonants of a name were stored as "x_mrv": a search for "x" found every name by them. The mark is no letter now.

MATCH (e:Entity)
CALL (e) {
  SET e._search = replace(e._search, ' x_', ' _')
};
