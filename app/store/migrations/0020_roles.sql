-- The role that the author had when the server took a message, as its header tells; empty: it told none.
ALTER TABLE message ADD COLUMN author_role TEXT NOT NULL DEFAULT '';
-- Derived: the same of what was folded from messages.
ALTER TABLE lease_line ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE rights_confirmation ADD COLUMN by_role TEXT NOT NULL DEFAULT '';
