-- Comments name people: when the newest one named whose store it is, and up to which one they have looked.
ALTER TABLE document ADD COLUMN mentioned TEXT NOT NULL DEFAULT '';
ALTER TABLE read_mark ADD COLUMN mention TEXT NOT NULL DEFAULT '';
CREATE INDEX document_by_mention ON document (mentioned) WHERE mentioned <> '';
