-- The journal: what happens outside cases (versions of supervision rules, hits, reviews, weights,
-- uploads), hash-chained by stream and in the day's Merkle tree behind the events of cases. With it
-- the log of the published roots: a tree over days, its heads, and time stamps of outside
-- authorities.

CREATE TABLE journal (
  tenant_id text NOT NULL,
  stream text COLLATE "C" NOT NULL,
  seq int NOT NULL,
  day date NOT NULL,
  at timestamptz NOT NULL,
  type text NOT NULL,
  actor json NOT NULL,
  data json NOT NULL,
  prev_hash text,
  hash text NOT NULL,
  CONSTRAINT journal_pkey PRIMARY KEY (tenant_id, stream, seq)
);
SELECT distribute('journal', 'dist');
CREATE INDEX journal_day_idx ON journal (tenant_id, day, stream, seq);
COMMENT ON TABLE journal IS 'Append-only like event: hash-chained streams of what is no case.';
COMMENT ON COLUMN journal.stream IS 'Its own chain, named area:what, such as supervision:rules.';
COMMENT ON COLUMN journal.day IS 'Shanghai civil day of at: the day in whose Merkle tree it is.';
COMMENT ON COLUMN journal.hash IS 'Kernel eventHash over the entry and prev_hash; the tree''s leaf.';
GRANT SELECT, INSERT ON journal TO yichuang_app;

CREATE TABLE journal_head (
  tenant_id text NOT NULL,
  stream text COLLATE "C" NOT NULL,
  seq int NOT NULL,
  hash text,
  CONSTRAINT journal_head_pkey PRIMARY KEY (tenant_id, stream)
);
SELECT distribute('journal_head', 'dist');
COMMENT ON TABLE journal_head IS 'Where each stream ends; its row is the lock of who appends.';
GRANT SELECT, INSERT, UPDATE ON journal_head TO yichuang_app;

CREATE TABLE ledger_head (
  tenant_id text NOT NULL,
  size int NOT NULL,
  day date NOT NULL,
  root text NOT NULL,
  published_at timestamptz NOT NULL,
  CONSTRAINT ledger_head_pkey PRIMARY KEY (tenant_id, size),
  CONSTRAINT ledger_head_day_key UNIQUE (tenant_id, day)
);
SELECT distribute('ledger_head', 'dist');
COMMENT ON TABLE ledger_head IS 'Head of the log of published days (RFC 9162), one with each day.';
COMMENT ON COLUMN ledger_head.size IS 'Days in the log: the leaf of a day is number size - 1.';
COMMENT ON COLUMN ledger_head.root IS 'Root over the canonical JSON of day, size and root of each day.';
GRANT SELECT, INSERT ON ledger_head TO yichuang_app;

CREATE TABLE ledger_stamp (
  tenant_id text NOT NULL,
  size int NOT NULL,
  authority text NOT NULL,
  token bytea NOT NULL,
  stamped_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  CONSTRAINT ledger_stamp_pkey PRIMARY KEY (tenant_id, size, authority)
);
SELECT distribute('ledger_stamp', 'dist');
COMMENT ON TABLE ledger_stamp IS 'Time stamps of heads by outside authorities (RFC 3161).';
COMMENT ON COLUMN ledger_stamp.token IS 'TimeStampToken as it came, DER.';
COMMENT ON COLUMN ledger_stamp.stamped_at IS 'genTime of the token: the authority''s clock, not ours.';
GRANT SELECT, INSERT ON ledger_stamp TO yichuang_app;

CREATE FUNCTION is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON journal
  FOR EACH ROW EXECUTE FUNCTION is_append_only();
CREATE TRIGGER ledger_root_append_only BEFORE UPDATE OR DELETE ON ledger_root
  FOR EACH ROW EXECUTE FUNCTION is_append_only();
CREATE TRIGGER ledger_head_append_only BEFORE UPDATE OR DELETE ON ledger_head
  FOR EACH ROW EXECUTE FUNCTION is_append_only();
