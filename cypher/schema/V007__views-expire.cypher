// A stored view knows when it was last opened, so that it can expire, and its length, so that all can be counted without reading them.

CREATE INDEX view_state_last_opened IF NOT EXISTS FOR (n:_ViewState) ON (n.lastOpened);
CALL db.awaitIndexes(110);
MATCH (v:_ViewState)
WHERE v.lastOpened IS NULL
SET v.lastOpened = toString(datetime({timezone: 'UTC'})), v.characters = size(v._json);
