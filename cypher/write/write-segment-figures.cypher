// Copies derived figures onto the segments of claims, by group.
// @mode WRITE
// @param rows map {group: [{id, props}]}, every group there
// @return
CALL () { UNWIND $rows.sponsorship AS row MATCH ()-[s:SPONSORSHIP]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.intermediation AS row MATCH ()-[s:INTERMEDIATION]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.execution AS row MATCH ()-[s:EXECUTION]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.target AS row MATCH ()-[s:TARGET]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.structure AS row MATCH ()-[s:STRUCTURE]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.association AS row MATCH ()-[s:ASSOCIATION]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.justice AS row MATCH ()-[s:JUSTICE]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.geography AS row MATCH ()-[s:GEOGRAPHY]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.statement AS row MATCH ()-[s:STATEMENT]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.identity AS row MATCH ()-[s:IDENTITY]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
