// The states that a change set wrote or replaced are looked up by its revision, to show and to undo it.

CREATE INDEX version_from IF NOT EXISTS FOR (n:_Version) ON (n.`from`);
CREATE INDEX version_to IF NOT EXISTS FOR (n:_Version) ON (n.`to`);
