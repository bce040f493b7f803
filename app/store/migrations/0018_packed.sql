-- Payloads of messages are kept packed (app/store/packing.h) where that is shorter; 1 says so.
ALTER TABLE message ADD COLUMN packed INTEGER NOT NULL DEFAULT 0;
-- Derived: since when a document counts as withdrawn or replaced, and whether it is a document of the books or a task that
-- a meeting gave.
ALTER TABLE registered_work ADD COLUMN dropped TEXT NOT NULL DEFAULT '';
ALTER TABLE registered_work ADD COLUMN subject TEXT NOT NULL DEFAULT 'documents';
-- Derived: what leaders and clerks call the units of the office, in their order; the newest that counts holds.
CREATE TABLE unit_name (
    position INTEGER PRIMARY KEY,
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    by TEXT NOT NULL,
    role TEXT NOT NULL
);
