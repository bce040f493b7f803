-- What is kept. Times are UTC, ISO 8601 with milliseconds; hashes are lower-case hexadecimal text.
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL,
    message_id TEXT NOT NULL,
    author TEXT NOT NULL,
    author_agency TEXT NOT NULL,
    time TEXT NOT NULL,
    payload_sha256 TEXT NOT NULL,
    attached_sha256 TEXT NOT NULL,
    previous_sha256 TEXT NOT NULL,
    header_hash TEXT NOT NULL,
    payload BLOB NOT NULL,
    cites TEXT NOT NULL,
    participants TEXT NOT NULL,
    UNIQUE (stream, sequence)
);
CREATE INDEX message_by_id ON message (message_id);
CREATE TABLE server_content (
    sha256 TEXT PRIMARY KEY,
    added_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE feed_cursor (
    mailbox TEXT PRIMARY KEY,
    cursor INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt TEXT NOT NULL DEFAULT '',
    error_code TEXT NOT NULL DEFAULT '',
    error_detail TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL DEFAULT '',
    packet_kind TEXT NOT NULL DEFAULT '',
    stream TEXT NOT NULL DEFAULT '',
    expected_sequence INTEGER NOT NULL DEFAULT 0,
    message_kind TEXT NOT NULL DEFAULT '',
    message_id TEXT NOT NULL DEFAULT '',
    payload BLOB NOT NULL DEFAULT x'',
    cites TEXT NOT NULL DEFAULT '',
    participants TEXT NOT NULL DEFAULT '',
    last_seen_head TEXT NOT NULL DEFAULT '',
    receipt TEXT NOT NULL DEFAULT '',
    planned_at TEXT NOT NULL
);
CREATE INDEX outbox_by_state ON outbox (state, position);
CREATE INDEX outbox_by_content ON outbox (sha256, kind);
CREATE INDEX outbox_by_message ON outbox (message_id);
CREATE INDEX outbox_by_stream ON outbox (stream, position);
CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    saved_at TEXT NOT NULL,
    draft TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE packet (
    sha256 TEXT PRIMARY KEY,
    facts TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE verdict (
    document_id TEXT PRIMARY KEY,
    verdict TEXT NOT NULL,
    signatures INTEGER NOT NULL,
    signer_name TEXT NOT NULL,
    seal_name TEXT NOT NULL,
    worst_finding TEXT NOT NULL,
    judged_at TEXT NOT NULL,
    report TEXT NOT NULL,
    sender TEXT NOT NULL
);
CREATE TABLE verdict_job (
    document_id TEXT PRIMARY KEY,
    planned_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    error_code TEXT NOT NULL DEFAULT '',
    error_detail TEXT NOT NULL DEFAULT ''
);
CREATE TABLE read_mark (
    document_id TEXT PRIMARY KEY,
    read_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE agency (
    organ_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    superior TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    successor TEXT NOT NULL,
    seals TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX agency_by_name ON agency (folded);
CREATE TABLE person (
    mailbox TEXT PRIMARY KEY,
    organ_id TEXT NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    title TEXT NOT NULL,
    unit TEXT NOT NULL
) WITHOUT ROWID;
