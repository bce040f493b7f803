-- What is derived from messages, packets and queued acts. It can be dropped and derived anew at any time.
CREATE TABLE act_key (
    key TEXT NOT NULL,
    queued INTEGER NOT NULL,
    ref INTEGER NOT NULL,
    PRIMARY KEY (key, queued, ref)
) WITHOUT ROWID;
CREATE INDEX act_key_by_ref ON act_key (queued, ref);
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
    detail TEXT NOT NULL
);
CREATE INDEX document_by_folder ON document (folder, time DESC);
CREATE INDEX document_by_due ON document (folder, due_date);
CREATE INDEX document_by_packet_id ON document (packet_document_id);
CREATE INDEX document_by_match_key ON document (match_key);
CREATE INDEX document_by_packet ON document (packet_sha256);
CREATE INDEX document_by_number ON document (number_display);
CREATE VIRTUAL TABLE document_text USING fts5 (
    number, subject, counterpart, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TABLE link (
    document_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    target_id TEXT NOT NULL,
    packet_document_id TEXT NOT NULL,
    match_key TEXT NOT NULL,
    number_display TEXT NOT NULL,
    PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target_id);
CREATE INDEX link_by_packet_id ON link (packet_document_id);
CREATE INDEX link_by_match_key ON link (match_key);
CREATE TABLE history (
    document_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    detail TEXT NOT NULL,
    pending INTEGER NOT NULL,
    PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
CREATE TABLE trail_line (
    document_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    organ_id TEXT NOT NULL,
    name TEXT NOT NULL,
    last_code TEXT NOT NULL,
    time TEXT NOT NULL,
    reason TEXT NOT NULL,
    history TEXT NOT NULL,
    PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
CREATE TABLE status_note (
    packet_sha256 TEXT PRIMARY KEY,
    organ_id TEXT NOT NULL,
    packet_document_id TEXT NOT NULL,
    match_key TEXT NOT NULL,
    code TEXT NOT NULL,
    time TEXT NOT NULL,
    reason TEXT NOT NULL,
    person TEXT NOT NULL,
    received TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX status_note_by_packet_id ON status_note (packet_document_id);
CREATE INDEX status_note_by_match_key ON status_note (match_key);
CREATE TABLE book_entry (
    stream TEXT NOT NULL,
    position INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    organ_id TEXT NOT NULL,
    year INTEGER NOT NULL,
    incoming INTEGER NOT NULL,
    number INTEGER NOT NULL,
    notation TEXT NOT NULL,
    date TEXT NOT NULL,
    document_id TEXT NOT NULL,
    packet_sha256 TEXT NOT NULL,
    document_number TEXT NOT NULL,
    counterpart TEXT NOT NULL,
    subject TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    voided INTEGER NOT NULL,
    void_reason TEXT NOT NULL,
    flagged INTEGER NOT NULL,
    PRIMARY KEY (stream, position)
) WITHOUT ROWID;
CREATE INDEX book_entry_by_document ON book_entry (document_id);
CREATE INDEX book_entry_by_year ON book_entry (organ_id, year, incoming);
CREATE TABLE dossier (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    retention TEXT NOT NULL,
    opened TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    closed TEXT NOT NULL,
    closed_by TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX dossier_by_code ON dossier (code);
CREATE TABLE dossier_item (
    dossier_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    document_id TEXT NOT NULL,
    PRIMARY KEY (dossier_id, position)
) WITHOUT ROWID;
CREATE INDEX dossier_item_by_document ON dossier_item (document_id);
CREATE TABLE pinned_seal (
    organ_id TEXT NOT NULL,
    certificate_sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    by TEXT NOT NULL,
    PRIMARY KEY (organ_id, certificate_sha256)
) WITHOUT ROWID;
