-- Comments name people: when the newest one named whose store it is, and up to which one they have looked.
ALTER TABLE document ADD COLUMN mentioned TEXT NOT NULL DEFAULT '';
ALTER TABLE read_mark ADD COLUMN mention TEXT NOT NULL DEFAULT '';
CREATE INDEX document_by_mention ON document (mentioned) WHERE mentioned <> '';
-- Who of the office is away and who stands in for them (derived), and in whose place a deed was done.
CREATE TABLE delegation (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    by TEXT NOT NULL,
    delegate TEXT NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL,
    words TEXT NOT NULL,
    written TEXT NOT NULL,
    ended TEXT NOT NULL,
    pending INTEGER NOT NULL
);
CREATE INDEX delegation_by_people ON delegation (by, delegate);
ALTER TABLE history ADD COLUMN acted_for TEXT NOT NULL DEFAULT '';
