-- The platform's own tables: tenants, settings, people and their sessions, files, notices.
-- Every tenant table's keys begin with tenant_id (the county's code), so that the same schema
-- runs on one PostgreSQL and, distributed by tenant_id, on many. Rights are granted table by
-- table: what is not granted here the application cannot do.

CREATE FUNCTION distribute(table_name text, manner text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    RETURN;
  END IF;
  IF manner = 'ref' THEN
    EXECUTE format('SELECT create_reference_table(%L)', table_name);
  ELSIF manner = 'dist' THEN
    EXECUTE format('SELECT create_distributed_table(%L, %L)', table_name, 'tenant_id');
  ELSE
    RAISE EXCEPTION 'distribute(%, %): the manner is ref or dist', table_name, manner;
  END IF;
END $$;

COMMENT ON FUNCTION distribute(text, text) IS
  'Distributes a new table on Citus; does nothing on a single PostgreSQL.';

-- The one door to the job queue (graphile_worker.enqueue_job runs with the queue's rights).
CREATE FUNCTION enqueue_job(
  name text, payload json, key text DEFAULT NULL, run_at timestamptz DEFAULT NULL
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM graphile_worker.enqueue_job(name, payload, key, run_at);
END $$;

COMMENT ON FUNCTION enqueue_job(text, json, text, timestamptz) IS
  'Enqueues a job in the caller''s transaction. With a key: replaces a waiting job of that key.';

GRANT SELECT ON schema_migration TO yichuang_app;

CREATE TABLE tenant (
  id text NOT NULL CONSTRAINT tenant_pkey PRIMARY KEY,
  name text NOT NULL,
  is_sandbox boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT tenant_id_shape CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,31}$')
);
SELECT distribute('tenant', 'ref');
COMMENT ON TABLE tenant IS 'A county; a sandbox tenant (training, trial run) has a movable clock.';
GRANT SELECT, INSERT ON tenant TO yichuang_app;

CREATE TABLE setting (
  tenant_id text NOT NULL,
  name text NOT NULL,
  value jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT setting_pkey PRIMARY KEY (tenant_id, name)
);
SELECT distribute('setting', 'dist');
COMMENT ON TABLE setting IS 'What the running program keeps for a tenant, such as the clock''s offset.';
GRANT SELECT, INSERT, UPDATE ON setting TO yichuang_app;

CREATE TABLE org (
  tenant_id text NOT NULL,
  id text NOT NULL,
  parent_id text,
  name text NOT NULL,
  kind text NOT NULL,
  region_code text,
  credit_code text,
  CONSTRAINT org_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT org_parent_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES org (tenant_id, id),
  CONSTRAINT org_kind CHECK (
    kind IN ('county', 'department', 'section', 'counter', 'township', 'village')
  )
);
SELECT distribute('org', 'dist');
CREATE INDEX org_parent_idx ON org (tenant_id, parent_id);
COMMENT ON TABLE org IS 'Organisations at county, township and village, as a tree.';
COMMENT ON COLUMN org.region_code IS 'Division code, GB/T 2260: 6, 9 or 12 digits.';
COMMENT ON COLUMN org.credit_code IS 'Unified social credit code, GB 32100.';
GRANT SELECT, INSERT, UPDATE ON org TO yichuang_app;

CREATE TABLE post (
  tenant_id text NOT NULL,
  id text NOT NULL,
  org_id text NOT NULL,
  name text NOT NULL,
  capabilities text[] NOT NULL DEFAULT '{}',
  CONSTRAINT post_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT post_org_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES org (tenant_id, id)
);
SELECT distribute('post', 'dist');
CREATE INDEX post_org_idx ON post (tenant_id, org_id);
COMMENT ON TABLE post IS 'A post in an organisation; its capabilities are roles of people/policy.ts.';
GRANT SELECT, INSERT, UPDATE ON post TO yichuang_app;

CREATE TABLE person (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL DEFAULT 'natural',
  name text,
  phone_sealed text,
  phone_index text,
  id_number_sealed text,
  id_number_index text,
  credit_code text,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT person_phone_key UNIQUE (tenant_id, phone_index),
  CONSTRAINT person_kind CHECK (kind IN ('natural', 'legal'))
);
SELECT distribute('person', 'dist');
CREATE INDEX person_id_number_idx ON person (tenant_id, id_number_index);
COMMENT ON TABLE person IS 'Residents, enterprises and staff.';
COMMENT ON COLUMN person.phone_sealed IS 'AES-256-GCM, see platform/secrets.';
COMMENT ON COLUMN person.phone_index IS 'HMAC-SHA-256 of the normalised number, for look-up.';
COMMENT ON COLUMN person.id_number_sealed IS 'Citizen identity number (GB 11643), AES-256-GCM.';
GRANT SELECT, INSERT, UPDATE ON person TO yichuang_app;

CREATE TABLE account (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  login_name text NOT NULL,
  password_hash text NOT NULL,
  failed_count int NOT NULL DEFAULT 0,
  locked_until timestamptz,
  must_change boolean NOT NULL DEFAULT true,
  is_disabled boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  CONSTRAINT account_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT account_login_key UNIQUE (tenant_id, login_name),
  CONSTRAINT account_person_fkey FOREIGN KEY (tenant_id, person_id)
    REFERENCES person (tenant_id, id)
);
SELECT distribute('account', 'dist');
COMMENT ON TABLE account IS 'Log-in of a member of staff; the password is kept as Argon2id.';
GRANT SELECT, INSERT, UPDATE ON account TO yichuang_app;

CREATE TABLE post_holder (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  post_id text NOT NULL,
  from_on date NOT NULL,
  to_on date,
  CONSTRAINT post_holder_pkey PRIMARY KEY (tenant_id, account_id, post_id, from_on),
  CONSTRAINT post_holder_account_fkey FOREIGN KEY (tenant_id, account_id)
    REFERENCES account (tenant_id, id),
  CONSTRAINT post_holder_post_fkey FOREIGN KEY (tenant_id, post_id)
    REFERENCES post (tenant_id, id),
  CONSTRAINT post_holder_span CHECK (to_on IS NULL OR to_on >= from_on)
);
SELECT distribute('post_holder', 'dist');
CREATE INDEX post_holder_post_idx ON post_holder (tenant_id, post_id);
COMMENT ON TABLE post_holder IS 'Who holds a post, from the first to the last day, both included.';
GRANT SELECT, INSERT, UPDATE ON post_holder TO yichuang_app;

CREATE TABLE login_code (
  tenant_id text NOT NULL,
  phone_index text NOT NULL,
  code_hash text NOT NULL,
  expires_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  used_at timestamptz,
  created_at timestamptz NOT NULL,
  CONSTRAINT login_code_pkey PRIMARY KEY (tenant_id, phone_index)
);
SELECT distribute('login_code', 'dist');
COMMENT ON TABLE login_code IS 'The one code that is valid for a phone; a new one replaces it.';
GRANT SELECT, INSERT, UPDATE, DELETE ON login_code TO yichuang_app;

CREATE TABLE session (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  token_hash text NOT NULL,
  kind text NOT NULL,
  person_id uuid NOT NULL,
  account_id uuid,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  user_agent text NOT NULL DEFAULT '',
  CONSTRAINT session_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT session_token_key UNIQUE (tenant_id, token_hash),
  CONSTRAINT session_person_fkey FOREIGN KEY (tenant_id, person_id)
    REFERENCES person (tenant_id, id),
  CONSTRAINT session_account_fkey FOREIGN KEY (tenant_id, account_id)
    REFERENCES account (tenant_id, id),
  CONSTRAINT session_kind CHECK (
    (kind = 'resident' AND account_id IS NULL) OR (kind = 'staff' AND account_id IS NOT NULL)
  )
);
SELECT distribute('session', 'dist');
CREATE INDEX session_person_idx ON session (tenant_id, person_id, created_at);
COMMENT ON TABLE session IS 'Log-ins; the token itself is only in the browser, here its SHA-256.';
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO yichuang_app;

CREATE TABLE rate_window (
  tenant_id text NOT NULL,
  key text NOT NULL,
  started_at timestamptz NOT NULL,
  taken int NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT rate_window_pkey PRIMARY KEY (tenant_id, key, started_at)
);
SELECT distribute('rate_window', 'dist');
CREATE INDEX rate_window_expiry_idx ON rate_window (tenant_id, expires_at);
COMMENT ON TABLE rate_window IS 'Counts of attempts by key and window, shared by all processes.';
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_window TO yichuang_app;

CREATE TABLE file (
  tenant_id text NOT NULL,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  media_type text NOT NULL,
  width int,
  height int,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  CONSTRAINT file_pkey PRIMARY KEY (tenant_id, sha256),
  CONSTRAINT file_sha256_shape CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
SELECT distribute('file', 'dist');
COMMENT ON TABLE file IS 'What is in the file store; the bytes are encrypted in DATA_DIR/files.';
COMMENT ON COLUMN file.media_type IS 'Found from the content, never from the name.';
GRANT SELECT, INSERT ON file TO yichuang_app;

CREATE TABLE notice (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  case_id text,
  person_id uuid,
  channel text NOT NULL,
  template text NOT NULL,
  params jsonb NOT NULL DEFAULT '{}',
  secrets_sealed text,
  address_sealed text,
  language text NOT NULL DEFAULT 'zh-CN',
  state text NOT NULL DEFAULT 'queued',
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  read_at timestamptz,
  last_error text,
  dedupe_key text NOT NULL,
  CONSTRAINT notice_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT notice_dedupe_key UNIQUE (tenant_id, dedupe_key),
  CONSTRAINT notice_person_fkey FOREIGN KEY (tenant_id, person_id)
    REFERENCES person (tenant_id, id),
  CONSTRAINT notice_channel CHECK (channel IN ('sms', 'mail', 'inbox')),
  CONSTRAINT notice_state CHECK (state IN ('queued', 'sent', 'failed'))
);
SELECT distribute('notice', 'dist');
CREATE INDEX notice_inbox_idx ON notice (tenant_id, person_id, created_at, id)
  WHERE channel = 'inbox';
CREATE INDEX notice_queued_idx ON notice (tenant_id, next_at) WHERE state = 'queued';
COMMENT ON TABLE notice IS 'Outbox of what is told to people; rows of channel inbox are the inbox.';
COMMENT ON COLUMN notice.secrets_sealed IS 'Log-in codes and the like; cleared once sent.';
GRANT SELECT, INSERT, UPDATE ON notice TO yichuang_app;

CREATE TABLE demo_message (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  channel text NOT NULL,
  address text NOT NULL,
  subject text NOT NULL DEFAULT '',
  body text NOT NULL,
  sent_at timestamptz NOT NULL,
  CONSTRAINT demo_message_pkey PRIMARY KEY (tenant_id, id)
);
SELECT distribute('demo_message', 'dist');
CREATE INDEX demo_message_sent_idx ON demo_message (tenant_id, sent_at, id);
COMMENT ON TABLE demo_message IS 'Demo only: what would have been sent if a provider were set.';
GRANT SELECT, INSERT, DELETE ON demo_message TO yichuang_app;
