-- Statuses that this profile owes a sender and did not queue yet: kept, since they are owed with what brought them.
CREATE TABLE owed_status (
    packet_sha256 TEXT NOT NULL,
    code TEXT NOT NULL,
    source TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (packet_sha256, code, source)
) WITHOUT ROWID;
-- Derived: what packets say about documents that were sent before. `packet_sha256` and `target` name a note; a packet
-- that replaces several documents has one for each.
CREATE TABLE change_note (
    packet_sha256 TEXT NOT NULL,
    target TEXT NOT NULL,
    match_key TEXT NOT NULL,
    organ_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    asks INTEGER NOT NULL,
    reason TEXT NOT NULL,
    received TEXT NOT NULL,
    document_id TEXT NOT NULL,
    PRIMARY KEY (packet_sha256, target, match_key)
) WITHOUT ROWID;
CREATE INDEX change_note_by_target ON change_note (target);
CREATE INDEX change_note_by_match_key ON change_note (match_key);
CREATE INDEX change_note_by_document ON change_note (document_id);
ALTER TABLE document ADD COLUMN mark TEXT NOT NULL DEFAULT '';
ALTER TABLE link ADD COLUMN kind TEXT NOT NULL DEFAULT 'answers';
