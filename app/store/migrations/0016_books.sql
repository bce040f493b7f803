-- Derived: books that a clerk closed. What comes into them after that place counts for nothing.
CREATE TABLE book_closing (
    stream TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL,
    last_number INTEGER NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX book_entry_void ON book_entry (document_id) WHERE voided = 1;
