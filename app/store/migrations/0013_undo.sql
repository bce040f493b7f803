-- What travels beside official documents has a kind of its own (ApplicationKind).
ALTER TABLE document ADD COLUMN application TEXT NOT NULL DEFAULT '';
CREATE INDEX document_of_application ON document (folder, time DESC) WHERE application <> '';
-- Whose rights the directory changed, as this desk noticed it (kept), and who confirmed it (derived).
CREATE TABLE rights_change (
    position INTEGER PRIMARY KEY,
    mailbox TEXT NOT NULL,
    name TEXT NOT NULL,
    before_role TEXT NOT NULL,
    before_unit TEXT NOT NULL,
    role TEXT NOT NULL,
    unit TEXT NOT NULL,
    since INTEGER NOT NULL,
    version INTEGER NOT NULL,
    noticed TEXT NOT NULL
);
CREATE INDEX rights_change_by_person ON rights_change (mailbox);
CREATE TABLE rights_confirmation (
    position INTEGER PRIMARY KEY,
    by TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    role TEXT NOT NULL,
    unit TEXT NOT NULL,
    version INTEGER NOT NULL,
    at TEXT NOT NULL
);
INSERT INTO setting (key, value) SELECT 'rights-known', '1' WHERE EXISTS (SELECT 1 FROM person);
-- Deeds that were taken out of the outbox before the server had anything of them: kept, shown nowhere.
CREATE TABLE taken_out (
    message_id TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    payload BLOB NOT NULL,
    taken_at TEXT NOT NULL
) WITHOUT ROWID;
