-- Derived: meetings that the owner holds, is invited to, or was, as their list shows them. The rest is read from the
-- acts. Times are UTC, ISO 8601; `own` is empty where there is no answer that counts.
CREATE TABLE meeting (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    place TEXT NOT NULL,
    by TEXT NOT NULL,
    chair TEXT NOT NULL,
    state TEXT NOT NULL,
    holds INTEGER NOT NULL,
    presides INTEGER NOT NULL,
    is_left INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    own TEXT NOT NULL,
    invited INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    attending INTEGER NOT NULL,
    to_invite INTEGER NOT NULL,
    pending INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX meeting_planned ON meeting (starts) WHERE state = 'planned';
