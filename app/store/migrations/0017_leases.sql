-- Derived: who took the office's lease and who left it, a row for each message of its stream. Times are the server's.
CREATE TABLE lease_line (
    sequence INTEGER PRIMARY KEY,
    by TEXT NOT NULL,
    desk TEXT NOT NULL,
    kind TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    at TEXT NOT NULL
);
-- Derived: who was reminded of what, once each. `step` is the day of the table on which it was due.
CREATE TABLE reminder (
    document_id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    holder TEXT NOT NULL,
    due TEXT NOT NULL,
    stage TEXT NOT NULL,
    days INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (document_id, recipient, holder, due, stage, days)
) WITHOUT ROWID;
CREATE INDEX reminder_by_recipient ON reminder (recipient, at);
-- For which absent member the owner may answer a question, where they are asked nothing more themselves.
ALTER TABLE opinion ADD COLUMN answers_for TEXT NOT NULL DEFAULT '';
-- Kept: what the check of a signed answer said; by the hash of its PDF.
CREATE TABLE answer_verdict (
    proof TEXT PRIMARY KEY,
    verdict TEXT NOT NULL,
    signer TEXT NOT NULL,
    statement TEXT NOT NULL,
    judged_at TEXT NOT NULL
) WITHOUT ROWID;
