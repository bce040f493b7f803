-- Lists and searches of an office with a million documents: what each list is ordered by has a column and an index, and
-- what a search finds is found newest first. The documents are derived, and are derived anew after this.
DROP TABLE document;
CREATE TABLE document (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    folder TEXT NOT NULL,
    state TEXT NOT NULL,
    incoming INTEGER NOT NULL,
    counterpart TEXT NOT NULL,
    subject TEXT NOT NULL,
    number_display TEXT NOT NULL,
    kind TEXT NOT NULL,
    kind_name TEXT NOT NULL,
    urgency INTEGER NOT NULL,
    time TEXT NOT NULL,
    due_date TEXT NOT NULL,
    arrival_number INTEGER NOT NULL,
    problem_code TEXT NOT NULL,
    problem_detail TEXT NOT NULL,
    pending INTEGER NOT NULL,
    issuer_id TEXT NOT NULL,
    author TEXT NOT NULL,
    packet_document_id TEXT NOT NULL,
    match_key TEXT NOT NULL,
    packet_sha256 TEXT NOT NULL,
    detail TEXT NOT NULL,
    mark TEXT NOT NULL,
    text_key INTEGER NOT NULL UNIQUE,
    due_order TEXT NOT NULL,
    counterpart_order TEXT NOT NULL,
    number_order INTEGER NOT NULL,
    trouble INTEGER NOT NULL
);
CREATE INDEX document_by_folder ON document (folder, time DESC);
CREATE INDEX document_by_due ON document (folder, due_order, time DESC);
CREATE INDEX document_by_counterpart ON document (folder, counterpart_order, time DESC);
CREATE INDEX document_by_number_order ON document (folder, number_order DESC, time DESC);
CREATE INDEX document_by_urgency ON document (folder, urgency DESC, time DESC);
CREATE INDEX document_in_trouble ON document (folder, time DESC) WHERE trouble = 1;
CREATE INDEX document_that_is_urgent ON document (folder, time DESC) WHERE urgency > 0;
CREATE INDEX document_in_work ON document (time DESC) WHERE folder IN ('to-direct', 'to-handle', 'following');
CREATE INDEX document_in_work_by_due ON document (due_order, time DESC)
    WHERE folder IN ('to-direct', 'to-handle', 'following');
CREATE INDEX document_by_time ON document (time DESC);
CREATE INDEX document_by_issuer ON document (issuer_id, time DESC);
CREATE INDEX document_by_packet_id ON document (packet_document_id);
CREATE INDEX document_by_match_key ON document (match_key);
CREATE INDEX document_by_packet ON document (packet_sha256);
CREATE INDEX document_by_number ON document (number_display);
CREATE INDEX history_by_person ON history (by, document_id);
-- The words of number, subject, other office and text, without diacritics; its rows are documents' text_key, which
-- grows with their time. The words themselves lie in document and document_body.
DROP TABLE document_text;
CREATE VIRTUAL TABLE document_text USING fts5 (
    words, content = '', columnsize = 0, detail = none, prefix = '1 2 3 4 5 6', tokenize = "unicode61 remove_diacritics 0"
);
-- Kept: the text of a document's files, as the reader of PDFs found it (zlib). `source` names the files.
CREATE TABLE document_body (
    document_id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    text BLOB NOT NULL
);
CREATE TABLE text_job (
    document_id TEXT PRIMARY KEY,
    planned_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    error_code TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
