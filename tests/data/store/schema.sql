CREATE INDEX act_key_by_ref ON act_key (queued, ref);
CREATE INDEX agency_by_name ON agency (folded);
CREATE INDEX audit_by_document ON audit (document_id);
CREATE INDEX book_entry_by_document ON book_entry (document_id);
CREATE INDEX book_entry_by_year ON book_entry (organ_id, year, incoming);
CREATE INDEX book_entry_void ON book_entry (document_id) WHERE voided = 1;
CREATE INDEX change_note_by_document ON change_note (document_id);
CREATE INDEX change_note_by_match_key ON change_note (match_key);
CREATE INDEX change_note_by_target ON change_note (target);
CREATE INDEX delegation_by_people ON delegation (by, delegate);
CREATE INDEX document_by_counterpart ON document (folder, counterpart_order, time DESC);
CREATE INDEX document_by_due ON document (folder, due_order, time DESC);
CREATE INDEX document_by_folder ON document (folder, time DESC);
CREATE INDEX document_by_issuer ON document (issuer_id, time DESC);
CREATE INDEX document_by_match_key ON document (match_key);
CREATE INDEX document_by_mention ON document (mentioned) WHERE mentioned <> '';
CREATE INDEX document_by_number ON document (number_display);
CREATE INDEX document_by_number_order ON document (folder, number_order DESC, time DESC);
CREATE INDEX document_by_packet_id ON document (packet_document_id);
CREATE INDEX document_by_time ON document (time DESC);
CREATE INDEX document_by_urgency ON document (folder, urgency DESC, time DESC);
CREATE INDEX document_in_trouble ON document (folder, time DESC) WHERE trouble = 1;
CREATE INDEX document_in_work_by_due
    ON document (due_order, time DESC, counterpart_order, number_order, urgency, trouble, folder)
    WHERE folder IN ('to-direct', 'to-handle', 'following');
CREATE INDEX document_of_application ON document (folder, time DESC) WHERE application <> '';
CREATE INDEX document_that_is_urgent ON document (folder, time DESC) WHERE urgency > 0;
CREATE INDEX dossier_by_code ON dossier (code);
CREATE INDEX dossier_item_by_document ON dossier_item (document_id);
CREATE INDEX evidence_renewal_by_due ON evidence_renewal (due);
CREATE INDEX history_by_person ON history (by, document_id);
CREATE INDEX link_by_match_key ON link (match_key);
CREATE INDEX link_by_packet_id ON link (packet_document_id);
CREATE INDEX link_by_target ON link (target_id);
CREATE INDEX meeting_planned ON meeting (starts) WHERE state = 'planned';
CREATE INDEX message_by_id ON message (message_id);
CREATE INDEX opinion_waiting ON opinion (due) WHERE closed = '' AND own = '' AND asks = 0;
CREATE INDEX outbox_by_content ON outbox (sha256, kind);
CREATE INDEX outbox_by_message ON outbox (message_id);
CREATE INDEX outbox_by_state ON outbox (state, position);
CREATE INDEX outbox_by_stream ON outbox (stream, position);
CREATE INDEX registered_work_by_document ON registered_work (document_id);
CREATE INDEX reminder_by_recipient ON reminder (recipient, at);
CREATE INDEX rights_change_by_person ON rights_change (mailbox);
CREATE INDEX status_note_by_match_key ON status_note (match_key);
CREATE INDEX status_note_by_packet_id ON status_note (packet_document_id);
CREATE INDEX work_share_by_holder ON work_share (holder, document_id);
CREATE TABLE act_key (
    key TEXT NOT NULL,
    queued INTEGER NOT NULL,
    ref INTEGER NOT NULL,
    PRIMARY KEY (key, queued, ref)
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
CREATE TABLE agency_row (
    row INTEGER PRIMARY KEY,
    organ_id TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE agency_text USING fts5 (
    words, prefix = '1 2 3 4 5', detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 0"
);
CREATE TABLE answer_verdict (
    proof TEXT PRIMARY KEY,
    verdict TEXT NOT NULL,
    signer TEXT NOT NULL,
    statement TEXT NOT NULL,
    judged_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    deed TEXT NOT NULL,
    document_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TABLE book_closing (
    stream TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL,
    last_number INTEGER NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL
) WITHOUT ROWID;
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
CREATE TABLE content_wanted (
    sha256 TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    added_at TEXT NOT NULL
) WITHOUT ROWID;
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
, mentioned TEXT NOT NULL DEFAULT '', paper INTEGER NOT NULL DEFAULT 0, application TEXT NOT NULL DEFAULT '');
CREATE TABLE document_body (
    document_id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    text BLOB NOT NULL
);
CREATE VIRTUAL TABLE document_text USING fts5 (
    words, content = '', columnsize = 0, detail = none, prefix = '1 2 3 4 5 6', tokenize = "unicode61 remove_diacritics 0"
);
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
CREATE TABLE dossier_item (
    dossier_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    document_id TEXT NOT NULL,
    PRIMARY KEY (dossier_id, position)
) WITHOUT ROWID;
CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    saved_at TEXT NOT NULL,
    draft TEXT NOT NULL
) WITHOUT ROWID;
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
CREATE TABLE evidence_renewal (
    document_id TEXT PRIMARY KEY,
    ends TEXT NOT NULL,
    due TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE feed_cursor (
    mailbox TEXT PRIMARY KEY,
    cursor INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE history (
    document_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    detail TEXT NOT NULL,
    pending INTEGER NOT NULL, acted_for TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
CREATE TABLE lease_line (
    sequence INTEGER PRIMARY KEY,
    by TEXT NOT NULL,
    desk TEXT NOT NULL,
    kind TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    at TEXT NOT NULL
, role TEXT NOT NULL DEFAULT '');
CREATE TABLE link (
    document_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    target_id TEXT NOT NULL,
    packet_document_id TEXT NOT NULL,
    match_key TEXT NOT NULL,
    number_display TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'answers',
    PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
CREATE TABLE meeting (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    place TEXT NOT NULL,
    by TEXT NOT NULL,
    chair TEXT NOT NULL,
    state TEXT NOT NULL,
    holds INTEGER NOT NULL,
    presides INTEGER NOT NULL,
    is_left INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    own TEXT NOT NULL,
    invited INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    attending INTEGER NOT NULL,
    to_invite INTEGER NOT NULL,
    pending INTEGER NOT NULL
) WITHOUT ROWID;
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
    participants TEXT NOT NULL, packed INTEGER NOT NULL DEFAULT 0, author_role TEXT NOT NULL DEFAULT '',
    UNIQUE (stream, sequence)
);
CREATE TABLE opinion (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    by TEXT NOT NULL,
    leader TEXT NOT NULL,
    due TEXT NOT NULL,
    asked TEXT NOT NULL,
    closed TEXT NOT NULL,
    members INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    asks INTEGER NOT NULL,
    own TEXT NOT NULL,
    pending INTEGER NOT NULL
, answers_for TEXT NOT NULL DEFAULT '', signed INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE opinion_member (
    opinion_id TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    answered INTEGER NOT NULL,
    PRIMARY KEY (opinion_id, mailbox)
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
CREATE TABLE owed_status (
    packet_sha256 TEXT NOT NULL,
    code TEXT NOT NULL,
    source TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (packet_sha256, code, source)
) WITHOUT ROWID;
CREATE TABLE packet (
    sha256 TEXT PRIMARY KEY,
    facts TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE person (
    mailbox TEXT PRIMARY KEY,
    organ_id TEXT NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    title TEXT NOT NULL,
    unit TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE pinned_seal (
    organ_id TEXT NOT NULL,
    certificate_sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    by TEXT NOT NULL,
    PRIMARY KEY (organ_id, certificate_sha256)
) WITHOUT ROWID;
CREATE TABLE read_mark (
    document_id TEXT PRIMARY KEY,
    read_at TEXT NOT NULL
, mention TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
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
    issued TEXT NOT NULL, dropped TEXT NOT NULL DEFAULT '', subject TEXT NOT NULL DEFAULT 'documents',
    PRIMARY KEY (registered, document_id)
) WITHOUT ROWID;
CREATE TABLE reminder (
    document_id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    holder TEXT NOT NULL,
    due TEXT NOT NULL,
    stage TEXT NOT NULL,
    days INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (document_id, recipient, holder, due, stage, days)
) WITHOUT ROWID;
CREATE TABLE reminder_table (
    sequence INTEGER PRIMARY KEY,
    by TEXT NOT NULL,
    role TEXT NOT NULL,
    days TEXT NOT NULL
);
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
CREATE TABLE rights_confirmation (
    position INTEGER PRIMARY KEY,
    by TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    role TEXT NOT NULL,
    unit TEXT NOT NULL,
    version INTEGER NOT NULL,
    at TEXT NOT NULL
, by_role TEXT NOT NULL DEFAULT '');
CREATE TABLE server_content (
    sha256 TEXT PRIMARY KEY,
    added_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
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
CREATE TABLE taken_out (
    message_id TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    payload BLOB NOT NULL,
    taken_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE text_job (
    document_id TEXT PRIMARY KEY,
    planned_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    error_code TEXT NOT NULL DEFAULT ''
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
CREATE TABLE unit_name (
    position INTEGER PRIMARY KEY,
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    by TEXT NOT NULL,
    role TEXT NOT NULL
);
CREATE TABLE unpack_job (
    packet_sha256 TEXT PRIMARY KEY,
    planned_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    error_code TEXT NOT NULL DEFAULT '',
    error_detail TEXT NOT NULL DEFAULT ''
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
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the log of views is kept'); END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the log of views is kept'); END;
