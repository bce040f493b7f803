-- Derived: the documents of the incoming books as registers and statistics count them. They lie in the order of their
-- days, so that a period is one piece of the table. Days are of Vietnam, ISO 8601; empty where there is none.
CREATE TABLE registered_work (
    registered TEXT NOT NULL,
    document_id TEXT NOT NULL,
    due TEXT NOT NULL,
    ended TEXT NOT NULL,
    course TEXT NOT NULL,
    lead TEXT NOT NULL,
    sender_id TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    kind_name TEXT NOT NULL,
    issued TEXT NOT NULL,
    PRIMARY KEY (registered, document_id)
) WITHOUT ROWID;
CREATE INDEX registered_work_by_document ON registered_work (document_id);
-- Derived: every share of the work on a document. `stays` is 0 where it was passed on or given back.
CREATE TABLE work_share (
    document_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    holder TEXT NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    stays INTEGER NOT NULL,
    given TEXT NOT NULL,
    due TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
