-- Derived: questions to members of the office that the owner asks or is asked, as their list shows them. What was said
-- is read from the acts. Days are of Vietnam, ISO 8601; empty where there is none.
CREATE TABLE opinion (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    by TEXT NOT NULL,
    leader TEXT NOT NULL,
    due TEXT NOT NULL,
    asked TEXT NOT NULL,
    closed TEXT NOT NULL,
    members INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    asks INTEGER NOT NULL,
    own TEXT NOT NULL,
    pending INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX opinion_waiting ON opinion (due) WHERE closed = '' AND own = '' AND asks = 0;
-- Derived: who is asked, and whether an answer of theirs counts.
CREATE TABLE opinion_member (
    opinion_id TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    answered INTEGER NOT NULL,
    PRIMARY KEY (opinion_id, mailbox)
) WITHOUT ROWID;
