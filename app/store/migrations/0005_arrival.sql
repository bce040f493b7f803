-- The second step of arrival: packets that are stored and described, and still to be taken apart.
CREATE TABLE unpack_job (
    packet_sha256 TEXT PRIMARY KEY,
    planned_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    error_code TEXT NOT NULL DEFAULT '',
    error_detail TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
-- Contents that were left at the server because the network was dear; `stream` cites them.
CREATE TABLE content_wanted (
    sha256 TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    added_at TEXT NOT NULL
) WITHOUT ROWID;
-- The words by which agencies are found: name without diacritics, and code. Words begin with what is typed.
CREATE TABLE agency_row (
    row INTEGER PRIMARY KEY,
    organ_id TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE agency_text USING fts5 (
    words, prefix = '1 2 3 4 5', detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 0"
);
INSERT INTO agency_row (organ_id) SELECT organ_id FROM agency ORDER BY folded, organ_id;
INSERT INTO agency_text (rowid, words)
    SELECT r.row, a.folded || ' ' || lower(a.organ_id) FROM agency_row r JOIN agency a ON a.organ_id = r.organ_id;
