-- Documents that came on paper are told from the others in every list.
ALTER TABLE document ADD COLUMN paper INTEGER NOT NULL DEFAULT 0;
