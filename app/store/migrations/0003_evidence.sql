-- Signatures that are still to be taken further. A level is a word: "B-T", "B-LT", "B-LTA"; `missing` is JSON.
CREATE TABLE evidence_job (
    document_id TEXT PRIMARY KEY,
    level TEXT NOT NULL,
    planned_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt TEXT NOT NULL DEFAULT '',
    reached TEXT NOT NULL DEFAULT '',
    missing TEXT NOT NULL DEFAULT '[]',
    error_code TEXT NOT NULL DEFAULT '',
    error_detail TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
