// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_postgres/pgschema.h"

namespace hub {

namespace {

// Names compare by their bytes everywhere ("C"), as in the hub; hashes are their 32 bytes.
const QByteArray tables = R"sql(
CREATE TABLE schema_version (version int NOT NULL);
INSERT INTO schema_version VALUES (0);

CREATE TABLE directory_counter (version bigint NOT NULL);
INSERT INTO directory_counter VALUES (0);
CREATE TABLE agencies (organ_id text COLLATE "C" PRIMARY KEY, name text NOT NULL, in_charge text NOT NULL,
  valid_from text NOT NULL, valid_to text NOT NULL, successor text NOT NULL, seals text NOT NULL,
  is_local boolean NOT NULL, version bigint NOT NULL);
CREATE INDEX agencies_by_version ON agencies (version);
CREATE TABLE people (mailbox text COLLATE "C" PRIMARY KEY, agency text COLLATE "C" NOT NULL, login text NOT NULL,
  name text NOT NULL, role text NOT NULL, title text NOT NULL, unit text NOT NULL, version bigint NOT NULL);
CREATE INDEX people_by_agency ON people (agency, version);
CREATE TABLE mailboxes (mailbox text COLLATE "C" PRIMARY KEY, agency text COLLATE "C" NOT NULL,
  last_cursor bigint NOT NULL DEFAULT 0) WITH (fillfactor = 60);

CREATE TABLE accounts (account text COLLATE "C" PRIMARY KEY, agency text NOT NULL, mailboxes text NOT NULL,
  secret bytea, code_hash bytea, code_expires bigint NOT NULL, revoked boolean NOT NULL);
CREATE UNIQUE INDEX accounts_by_code ON accounts (code_hash) WHERE code_hash IS NOT NULL;
CREATE TABLE nonces (account text COLLATE "C" NOT NULL, nonce text COLLATE "C" NOT NULL, expires bigint NOT NULL,
  PRIMARY KEY (account, nonce));
CREATE INDEX nonces_by_end ON nonces (expires);
CREATE TABLE failures (address text COLLATE "C" PRIMARY KEY, count bigint NOT NULL, last bigint NOT NULL);

CREATE TABLE streams (stream text COLLATE "C" PRIMARY KEY, agency text NOT NULL, sequence bigint NOT NULL,
  head bytea NOT NULL) WITH (fillfactor = 80);
CREATE TABLE participants (stream text COLLATE "C" NOT NULL, mailbox text COLLATE "C" NOT NULL, since bigint NOT NULL,
  PRIMARY KEY (stream, mailbox));
CREATE TABLE messages (stream text COLLATE "C" NOT NULL, sequence bigint NOT NULL, kind text NOT NULL,
  message_id text COLLATE "C" NOT NULL, author text NOT NULL, author_agency text NOT NULL, time bigint NOT NULL,
  payload_sha256 bytea NOT NULL, attached_sha256 bytea NOT NULL, previous bytea NOT NULL, payload bytea NOT NULL,
  joined text NOT NULL, PRIMARY KEY (stream, sequence));
ALTER TABLE messages ALTER payload SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX messages_by_id ON messages (stream, message_id);
CREATE TABLE cites (stream text COLLATE "C" NOT NULL, sequence bigint NOT NULL, place bigint NOT NULL,
  sha256 bytea NOT NULL, PRIMARY KEY (stream, sequence, place));
CREATE INDEX cites_by_content ON cites (sha256, stream);
CREATE TABLE feed (mailbox text COLLATE "C" NOT NULL, cursor bigint NOT NULL, stream text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL, PRIMARY KEY (mailbox, cursor));

CREATE TABLE contents (sha256 bytea PRIMARY KEY, size bigint NOT NULL);
CREATE TABLE content_parts (owner bytea NOT NULL, start bigint NOT NULL, bytes bytea NOT NULL,
  PRIMARY KEY (owner, start));
ALTER TABLE content_parts ALTER bytes SET STORAGE EXTERNAL;
CREATE TABLE uploaders (sha256 bytea NOT NULL, account text COLLATE "C" NOT NULL, PRIMARY KEY (sha256, account));
CREATE TABLE uploads (id text COLLATE "C" PRIMARY KEY, account text COLLATE "C" NOT NULL, sha256 bytea NOT NULL,
  length bigint NOT NULL, place bigint NOT NULL);
CREATE UNIQUE INDEX uploads_by_content ON uploads (account, sha256);
CREATE TABLE packets (sha256 bytea NOT NULL, agency text COLLATE "C" NOT NULL, account text NOT NULL,
  stream text NOT NULL, kind text NOT NULL, time bigint NOT NULL, receivers text NOT NULL,
  PRIMARY KEY (sha256, agency));
)sql";

// The cursor of a feed is counted in the mailbox's own row, which stays locked until the transaction has ended: cursors
// become visible in their order. A sequence would not do: numbers are drawn in another order than transactions end, and
// a reader would pass by what ends later. Mailboxes are locked in one order, so two transactions can't wait for each
// other.
const QByteArray functions = R"sql(
CREATE FUNCTION congvan_point(p_streams text[], p_sequences bigint[]) RETURNS SETOF text LANGUAGE plpgsql AS $body$
DECLARE
  target record;
  place bigint;
BEGIN
  FOR target IN
    SELECT p.mailbox, m.stream, m.sequence
    FROM unnest(p_streams, p_sequences) WITH ORDINALITY AS m (stream, sequence, nth)
    JOIN participants p ON p.stream = m.stream COLLATE "C" AND p.since <= m.sequence
    ORDER BY p.mailbox, m.nth
  LOOP
    UPDATE mailboxes SET last_cursor = last_cursor + 1 WHERE mailbox = target.mailbox RETURNING last_cursor INTO place;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no mailbox %', target.mailbox;
    END IF;
    INSERT INTO feed (mailbox, cursor, stream, sequence)
      VALUES (target.mailbox, place, target.stream, target.sequence);
    RETURN NEXT target.mailbox;
  END LOOP;
END
$body$;

CREATE FUNCTION congvan_deposit(p_sha256 bytea, p_agency text, p_account text, p_stream text, p_kind text,
    p_time bigint, p_receivers text, p_message_id text, p_author_agency text, p_payload_sha256 bytea,
    p_attached_sha256 bytea, p_payload bytea, p_mailboxes text[], p_head bytea, p_content bytea)
  RETURNS TABLE (sha256 bytea, stream text, kind text, "time" bigint, receivers text) LANGUAGE plpgsql AS $body$
#variable_conflict use_column
DECLARE
  box text;
  place bigint;
BEGIN
  INSERT INTO packets (sha256, agency, account, stream, kind, time, receivers)
    VALUES (p_sha256, p_agency, p_account, p_stream, p_kind, p_time, p_receivers) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN QUERY SELECT p.sha256, p.stream, p.kind, p.time, p.receivers FROM packets p
      WHERE p.sha256 = p_sha256 AND p.agency = p_agency COLLATE "C";
    RETURN;
  END IF;
  IF p_content IS NOT NULL THEN
    INSERT INTO contents (sha256, size) VALUES (p_sha256, octet_length(p_content)) ON CONFLICT DO NOTHING;
    IF FOUND THEN
      INSERT INTO content_parts (owner, start, bytes) VALUES (p_sha256, 0, p_content);
    END IF;
    INSERT INTO uploaders (sha256, account) VALUES (p_sha256, p_account) ON CONFLICT DO NOTHING;
  END IF;
  INSERT INTO streams (stream, agency, sequence, head) VALUES (p_stream, p_agency, 1, p_head);
  INSERT INTO participants (stream, mailbox, since) SELECT p_stream, unnest(p_mailboxes), 1;
  INSERT INTO messages (stream, sequence, kind, message_id, author, author_agency, time, payload_sha256,
      attached_sha256, previous, payload, joined)
    VALUES (p_stream, 1, p_kind, p_message_id, p_account, p_author_agency, p_time, p_payload_sha256,
      p_attached_sha256, '', p_payload, array_to_string(p_mailboxes, ' '));
  INSERT INTO cites (stream, sequence, place, sha256) VALUES (p_stream, 1, 0, p_sha256);
  FOR box IN SELECT unnest(p_mailboxes) COLLATE "C" ORDER BY 1 LOOP
    UPDATE mailboxes SET last_cursor = last_cursor + 1 WHERE mailbox = box RETURNING last_cursor INTO place;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no mailbox %', box;
    END IF;
    INSERT INTO feed (mailbox, cursor, stream, sequence) VALUES (box, place, p_stream, 1);
  END LOOP;
END
$body$;
)sql";

// Retention and quotas. What an agency uses is counted in several rows, by connection, so that its senders do not wait
// for each other's commits.
const QByteArray upkeep = R"sql(
ALTER TABLE messages ADD COLUMN erased bigint NOT NULL DEFAULT 0;
CREATE INDEX messages_by_age ON messages (kind, time) WHERE erased = 0;
ALTER TABLE contents ADD COLUMN added bigint NOT NULL
  DEFAULT (1000 * extract(epoch FROM clock_timestamp()))::bigint;
ALTER TABLE uploaders ADD COLUMN wanted bigint NOT NULL
  DEFAULT (1000 * extract(epoch FROM clock_timestamp()))::bigint;
ALTER TABLE uploads ADD COLUMN touched bigint NOT NULL
  DEFAULT (1000 * extract(epoch FROM clock_timestamp()))::bigint;
CREATE TABLE retention_rules (kind text COLLATE "C" PRIMARY KEY, days bigint NOT NULL);
CREATE TABLE retention_journal (id bigserial PRIMARY KEY, time bigint NOT NULL, what text NOT NULL, kind text NOT NULL,
  count bigint NOT NULL, bytes bigint NOT NULL);
CREATE TABLE turns (name text COLLATE "C" PRIMARY KEY, until bigint NOT NULL);
CREATE TABLE agency_usage (agency text COLLATE "C" NOT NULL, shard bigint NOT NULL, bytes bigint NOT NULL,
  PRIMARY KEY (agency, shard)) WITH (fillfactor = 60);
INSERT INTO agency_usage (agency, shard, bytes) SELECT a.agency, 0, sum(c.size)::bigint FROM uploaders u
  JOIN contents c ON c.sha256 = u.sha256 JOIN accounts a ON a.account = u.account GROUP BY a.agency;
CREATE TABLE quotas (agency text COLLATE "C" PRIMARY KEY, bytes bigint NOT NULL);
)sql";

/// Relaying: servers above, hubs below, the journal both ways, statuses that came before their document.
constexpr auto relaying = R"sql(
CREATE TABLE relays (place bigint GENERATED ALWAYS AS IDENTITY, name text PRIMARY KEY, profile text NOT NULL,
  url text NOT NULL, account text NOT NULL, secret bytea NOT NULL, ca_file text NOT NULL, own_hub text NOT NULL,
  options text NOT NULL, directory_version bigint NOT NULL, directory_time bigint NOT NULL, contact bigint NOT NULL,
  last_code text NOT NULL, lease_owner text NOT NULL DEFAULT '', lease_until bigint NOT NULL DEFAULT 0);
CREATE TABLE relay_below (organ_id text PRIMARY KEY, account text NOT NULL);
CREATE TABLE relay_routes (organ_id text PRIMARY KEY, relay text NOT NULL);
CREATE TABLE relay_cursors (relay text NOT NULL, mailbox text NOT NULL, cursor bigint NOT NULL,
  PRIMARY KEY (relay, mailbox));
CREATE TABLE relay_out (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, relay text NOT NULL, sha256 text NOT NULL,
  agency text NOT NULL, kind text NOT NULL, receivers text NOT NULL, hops text NOT NULL, state text NOT NULL,
  attempts bigint NOT NULL, created bigint NOT NULL, tried bigint NOT NULL, due bigint NOT NULL, code text NOT NULL,
  detail text NOT NULL, server_id text NOT NULL);
CREATE UNIQUE INDEX relay_out_once ON relay_out (sha256, agency, relay);
CREATE INDEX relay_out_by_state ON relay_out (relay, state, due);
CREATE TABLE relay_in (relay text NOT NULL, doc_id text NOT NULL, sha256 text NOT NULL, state text NOT NULL,
  attempts bigint NOT NULL, time bigint NOT NULL, due bigint NOT NULL, code text NOT NULL, detail text NOT NULL,
  PRIMARY KEY (relay, doc_id));
CREATE INDEX relay_in_by_state ON relay_in (relay, state, time);
CREATE TABLE passed_documents (sha256 text NOT NULL, agency text NOT NULL, document_id text NOT NULL,
  match_key text NOT NULL, PRIMARY KEY (sha256, agency));
CREATE INDEX passed_documents_by_id ON passed_documents (agency, document_id);
CREATE INDEX passed_documents_by_key ON passed_documents (agency, match_key);
CREATE TABLE held_statuses (sha256 text NOT NULL, size bigint NOT NULL, agency text NOT NULL, account text NOT NULL,
  addressee text NOT NULL, document_id text NOT NULL, match_key text NOT NULL, hops text NOT NULL,
  since bigint NOT NULL, expires bigint NOT NULL, PRIMARY KEY (sha256, agency));
CREATE INDEX held_statuses_by_end ON held_statuses (expires);
CREATE INDEX held_statuses_by_id ON held_statuses (addressee, document_id);
CREATE INDEX held_statuses_by_key ON held_statuses (addressee, match_key);
)sql";

/// Packets in a feed, found without a look at what lies between them, and which of them were taken (so far said by
/// <taken xmlns="urn:congvan:axis:1" sha256="(64 digits)" word="done"/>); what holds for all hubs over the database;
/// what an account may send in a day.
constexpr auto records = R"sql(
CREATE INDEX feed_packets ON feed (mailbox, cursor) WHERE stream >= 'packet/' AND stream < 'packet0';
CREATE TABLE taken_packets (mailbox text COLLATE "C" NOT NULL, stream text COLLATE "C" NOT NULL,
  PRIMARY KEY (mailbox, stream));
INSERT INTO taken_packets SELECT DISTINCT substr(stream, 6, length(stream) - 11),
    'packet/' || substr(encode(payload, 'escape'), 43, 64)
  FROM messages WHERE stream LIKE 'axis/%/taken' AND substr(encode(payload, 'escape'), 115, 4) IN ('done', 'fail');
CREATE TABLE hub_settings (name text COLLATE "C" PRIMARY KEY, value text NOT NULL);
CREATE TABLE account_limits (account text COLLATE "C" PRIMARY KEY, bytes bigint NOT NULL, messages bigint NOT NULL);
CREATE TABLE account_days (account text COLLATE "C" NOT NULL, day bigint NOT NULL, bytes bigint NOT NULL,
  messages bigint NOT NULL, PRIMARY KEY (account, day)) WITH (fillfactor = 60);
)sql";

/// The role that its author had when a message was taken.
constexpr auto roles = R"sql(
ALTER TABLE messages ADD COLUMN author_role text NOT NULL DEFAULT '';
)sql";

} // namespace

const QList<QByteArray>& pgSchemaSteps() {
    static const QList<QByteArray> steps{tables, functions, upkeep, relaying, records, roles};
    return steps;
}

} // namespace hub
