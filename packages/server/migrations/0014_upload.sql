-- Upload of cases to the level above. What is sent follows from a case's events and is made when it
-- is sent: these tables hold how far each case has come, and what was answered. No personal data.

CREATE TABLE exchange_case (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  head_seq int NOT NULL,
  sent_seq int NOT NULL DEFAULT 0,
  behind_since timestamptz,
  try_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  lease uuid,
  leased_until timestamptz,
  held_at timestamptz,
  problem jsonb,
  restarted_at timestamptz,
  CONSTRAINT exchange_case_pkey PRIMARY KEY (tenant_id, case_id),
  CONSTRAINT exchange_case_case_fkey FOREIGN KEY (tenant_id, case_id)
    REFERENCES cases (tenant_id, id)
);
SELECT distribute('exchange_case', 'dist');
CREATE INDEX exchange_case_due_idx ON exchange_case (tenant_id, try_at)
  WHERE head_seq > sent_seq AND held_at IS NULL;
CREATE INDEX exchange_case_behind_idx ON exchange_case (tenant_id, behind_since)
  WHERE head_seq > sent_seq;
COMMENT ON TABLE exchange_case IS 'How far each case has been told to the level above 上报.';
COMMENT ON COLUMN exchange_case.head_seq IS 'Last event that is known to have happened.';
COMMENT ON COLUMN exchange_case.sent_seq IS 'Up to this event the receiver has answered for all.';
COMMENT ON COLUMN exchange_case.behind_since IS 'When the first unsent event was found; else null.';
COMMENT ON COLUMN exchange_case.lease IS 'Who sends it now; what comes later finds another lease.';
COMMENT ON COLUMN exchange_case.held_at IS 'A person has to do something first: see problem.';
COMMENT ON COLUMN exchange_case.restarted_at IS 'When it was begun again because of a gap there.';
GRANT SELECT, INSERT, UPDATE ON exchange_case TO yichuang_app;

CREATE TABLE exchange_message (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  seq int NOT NULL,
  table_name text NOT NULL,
  day date NOT NULL,
  shape text NOT NULL,
  digest text NOT NULL,
  answered_at timestamptz NOT NULL,
  CONSTRAINT exchange_message_pkey PRIMARY KEY (tenant_id, case_id, seq, table_name)
);
SELECT distribute('exchange_message', 'dist');
CREATE INDEX exchange_message_day_idx ON exchange_message
  (tenant_id, day, table_name, case_id, seq);
COMMENT ON TABLE exchange_message IS 'Messages that the receiver has answered for, without content.';
COMMENT ON COLUMN exchange_message.digest IS
  'HMAC by the receiver''s token: without it nobody can guess a number from it.';
GRANT SELECT, INSERT, UPDATE, DELETE ON exchange_message TO yichuang_app;

CREATE TABLE exchange_day (
  tenant_id text NOT NULL,
  day date NOT NULL,
  compared_at timestamptz NOT NULL,
  differences int NOT NULL,
  CONSTRAINT exchange_day_pkey PRIMARY KEY (tenant_id, day)
);
SELECT distribute('exchange_day', 'dist');
COMMENT ON TABLE exchange_day IS 'Days whose messages were compared with those of the receiver.';
GRANT SELECT, INSERT, UPDATE, DELETE ON exchange_day TO yichuang_app;

CREATE TABLE exchange_difference (
  tenant_id text NOT NULL,
  day date NOT NULL,
  table_name text NOT NULL,
  case_ref text NOT NULL,
  seq int NOT NULL,
  kind text NOT NULL,
  CONSTRAINT exchange_difference_pkey PRIMARY KEY (tenant_id, day, table_name, case_ref, seq),
  CONSTRAINT exchange_difference_kind CHECK (kind IN ('missing', 'other', 'unknown'))
);
SELECT distribute('exchange_difference', 'dist');
COMMENT ON TABLE exchange_difference IS 'What the last comparison of a day found.';
COMMENT ON COLUMN exchange_difference.case_ref IS 'As the receiver says it: it may know cases we do not.';
GRANT SELECT, INSERT, DELETE ON exchange_difference TO yichuang_app;

CREATE TABLE exchange_receiver (
  tenant_id text NOT NULL,
  address text NOT NULL,
  shape text NOT NULL,
  looked_day date,
  failures int NOT NULL DEFAULT 0,
  open_until timestamptz,
  standing_since timestamptz,
  fault jsonb,
  last_answer_at timestamptz,
  root_day date,
  contradicted date[] NOT NULL DEFAULT '{}',
  CONSTRAINT exchange_receiver_pkey PRIMARY KEY (tenant_id)
);
SELECT distribute('exchange_receiver', 'dist');
COMMENT ON TABLE exchange_receiver IS 'The level above as it answered last; one row a county.';
COMMENT ON COLUMN exchange_receiver.looked_day IS 'Events before this day are all in exchange_case.';
COMMENT ON COLUMN exchange_receiver.open_until IS 'Nothing is sent before: it did not answer.';
COMMENT ON COLUMN exchange_receiver.root_day IS 'Last day whose ledger root it has.';
COMMENT ON COLUMN exchange_receiver.contradicted IS 'Days of which it keeps another root than ours.';
GRANT SELECT, INSERT, UPDATE ON exchange_receiver TO yichuang_app;
