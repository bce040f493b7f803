-- Whether a question wants its answers signed.
ALTER TABLE opinion ADD COLUMN signed INTEGER NOT NULL DEFAULT 0;
-- Derived: on which days the office reminds, a row for each table that somebody set in the stream of leases.
CREATE TABLE reminder_table (
    sequence INTEGER PRIMARY KEY,
    by TEXT NOT NULL,
    role TEXT NOT NULL,
    days TEXT NOT NULL
);
