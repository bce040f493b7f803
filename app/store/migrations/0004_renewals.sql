-- Documents whose last archive time stamp stops to prove anything at `ends` and is to be renewed from `due` on. Both UTC.
CREATE TABLE evidence_renewal (
    document_id TEXT PRIMARY KEY,
    ends TEXT NOT NULL,
    due TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX evidence_renewal_by_due ON evidence_renewal (due);
