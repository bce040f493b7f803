-- Deeds that were taken out of the outbox before the server had anything of them: kept, shown nowhere.
CREATE TABLE taken_out (
    message_id TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    payload BLOB NOT NULL,
    taken_at TEXT NOT NULL
) WITHOUT ROWID;
