-- Payloads of messages are kept packed (app/store/packing.h) where that is shorter; 1 says so.
ALTER TABLE message ADD COLUMN packed INTEGER NOT NULL DEFAULT 0;
