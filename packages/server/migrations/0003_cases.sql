-- Cases: the events are the truth, everything else is derived from them in the same transaction.
-- The application may add events; it may neither change nor remove one.

CREATE TABLE cases (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  version int NOT NULL,
  head_hash text NOT NULL,
  state json NOT NULL,
  item_code text NOT NULL,
  item_version int NOT NULL,
  item_name text NOT NULL,
  org_id text NOT NULL,
  applicant_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  applicant_name text NOT NULL,
  phase text NOT NULL,
  received_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  due_on date,
  warn_at timestamptz,
  overdue_at timestamptz,
  is_suspended boolean NOT NULL DEFAULT false,
  outcome text,
  concluded_on date,
  working_days int,
  was_late boolean,
  password_hash text NOT NULL,
  CONSTRAINT cases_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT cases_number_key UNIQUE (tenant_id, number)
);
SELECT distribute('cases', 'dist');
CREATE INDEX cases_applicant_idx ON cases (tenant_id, applicant_id, received_at DESC);
CREATE INDEX cases_contact_idx ON cases (tenant_id, contact_id, received_at DESC);
CREATE INDEX cases_concluded_idx ON cases (tenant_id, item_code, concluded_on)
  WHERE concluded_on IS NOT NULL;
CREATE INDEX cases_received_idx ON cases (tenant_id, received_at);
COMMENT ON TABLE cases IS 'One row a case: the snapshot (fold of its events) and what lists sort by.';
COMMENT ON COLUMN cases.number IS 'Case number 办件编号, an..50 (GB/T 39046).';
COMMENT ON COLUMN cases.state IS 'As written: json keeps the order of keys, so replay is byte for byte.';
COMMENT ON COLUMN cases.version IS 'Number of events folded into state; guards every write.';
COMMENT ON COLUMN cases.head_hash IS 'Hash of the last event: the chain''s head.';
COMMENT ON COLUMN cases.due_on IS 'Of the open clock that falls due first; null while suspended.';
COMMENT ON COLUMN cases.working_days IS 'From acceptance to decision, special procedures excluded.';
COMMENT ON COLUMN cases.was_late IS 'Decided after the statutory or the committed limit.';
COMMENT ON COLUMN cases.password_hash IS 'Query password for tracking, HMAC-SHA-256.';
GRANT SELECT, INSERT, UPDATE ON cases TO yichuang_app;

CREATE TABLE event (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  seq int NOT NULL,
  day date NOT NULL,
  at timestamptz NOT NULL,
  type text NOT NULL,
  actor json NOT NULL,
  data json NOT NULL,
  prev_hash text,
  hash text NOT NULL,
  CONSTRAINT event_pkey PRIMARY KEY (tenant_id, case_id, seq),
  CONSTRAINT event_case_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases (tenant_id, id)
);
SELECT distribute('event', 'dist');
CREATE INDEX event_day_idx ON event (tenant_id, day, case_id, seq);
COMMENT ON TABLE event IS 'Append-only: SELECT and INSERT are all that the application may do.';
COMMENT ON COLUMN event.day IS 'Shanghai civil day of at: the day in whose Merkle tree the event is.';
COMMENT ON COLUMN event.hash IS 'Kernel eventHash over the event and prev_hash; the tree''s leaf.';
GRANT SELECT, INSERT ON event TO yichuang_app;

CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'event is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event
  FOR EACH ROW EXECUTE FUNCTION event_is_append_only();

CREATE TABLE open_task (
  tenant_id text NOT NULL,
  post_id text NOT NULL,
  case_id uuid NOT NULL,
  task_id text NOT NULL,
  step_id text NOT NULL,
  step_name text NOT NULL,
  duty text NOT NULL,
  opened_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  CONSTRAINT open_task_pkey PRIMARY KEY (tenant_id, post_id, case_id, task_id),
  CONSTRAINT open_task_case_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases (tenant_id, id)
);
SELECT distribute('open_task', 'dist');
CREATE INDEX open_task_due_idx ON open_task (tenant_id, post_id, due_at, case_id, task_id);
CREATE INDEX open_task_case_idx ON open_task (tenant_id, case_id);
COMMENT ON TABLE open_task IS 'To-do lists: one row for each post that may act on an open task.';
COMMENT ON COLUMN open_task.due_at IS 'When the first running clock is overdue; far off while none is.';
GRANT SELECT, INSERT, UPDATE, DELETE ON open_task TO yichuang_app;

CREATE TABLE done_task (
  tenant_id text NOT NULL,
  person_id text NOT NULL,
  at timestamptz NOT NULL,
  case_id uuid NOT NULL,
  seq int NOT NULL,
  act text NOT NULL,
  step_name text NOT NULL,
  CONSTRAINT done_task_pkey PRIMARY KEY (tenant_id, person_id, at, case_id, seq),
  CONSTRAINT done_task_case_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases (tenant_id, id)
);
SELECT distribute('done_task', 'dist');
COMMENT ON TABLE done_task IS 'What each member of staff has done, newest first.';
GRANT SELECT, INSERT ON done_task TO yichuang_app;

CREATE TABLE case_reader (
  tenant_id text NOT NULL,
  reader text NOT NULL,
  case_id uuid NOT NULL,
  received_at timestamptz NOT NULL,
  CONSTRAINT case_reader_pkey PRIMARY KEY (tenant_id, reader, case_id),
  CONSTRAINT case_reader_case_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases (tenant_id, id)
);
SELECT distribute('case_reader', 'dist');
CREATE INDEX case_reader_list_idx ON case_reader (tenant_id, reader, received_at DESC, case_id);
CREATE INDEX case_reader_case_idx ON case_reader (tenant_id, case_id);
COMMENT ON TABLE case_reader IS 'Who may see a case: org:<id>, post:<id> or person:<id>.';
GRANT SELECT, INSERT ON case_reader TO yichuang_app;

CREATE TABLE clock (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  clock_id text NOT NULL,
  kind text NOT NULL,
  rule_id text NOT NULL,
  due_on date,
  warn_at timestamptz,
  overdue_at timestamptz,
  is_suspended boolean NOT NULL,
  is_provisional boolean NOT NULL,
  stopped_at timestamptz,
  CONSTRAINT clock_pkey PRIMARY KEY (tenant_id, case_id, clock_id),
  CONSTRAINT clock_case_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases (tenant_id, id)
);
SELECT distribute('clock', 'dist');
CREATE INDEX clock_overdue_idx ON clock (tenant_id, overdue_at)
  WHERE stopped_at IS NULL AND NOT is_suspended;
CREATE INDEX clock_warn_idx ON clock (tenant_id, warn_at)
  WHERE stopped_at IS NULL AND NOT is_suspended;
COMMENT ON TABLE clock IS 'Limits of cases; "what turned yellow or red since" is an index range scan.';
COMMENT ON COLUMN clock.overdue_at IS 'First instant of red: 24:00 of due_on in Shanghai.';
GRANT SELECT, INSERT, UPDATE ON clock TO yichuang_app;

CREATE TABLE command_log (
  tenant_id text NOT NULL,
  person_id text NOT NULL,
  idempotency_key text NOT NULL,
  case_id uuid NOT NULL,
  response json NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT command_log_pkey PRIMARY KEY (tenant_id, person_id, idempotency_key)
);
SELECT distribute('command_log', 'dist');
CREATE INDEX command_log_at_idx ON command_log (tenant_id, at);
COMMENT ON TABLE command_log IS 'First answers by the client''s key: a repeated command changes nothing.';
GRANT SELECT, INSERT, DELETE ON command_log TO yichuang_app;

CREATE TABLE draft (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  item_code text NOT NULL,
  item_version int NOT NULL,
  applicant jsonb,
  form jsonb NOT NULL DEFAULT '{}',
  materials jsonb NOT NULL DEFAULT '[]',
  is_at_counter boolean NOT NULL DEFAULT false,
  saved_at timestamptz NOT NULL,
  filed_case_id uuid,
  CONSTRAINT draft_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT draft_person_fkey FOREIGN KEY (tenant_id, person_id)
    REFERENCES person (tenant_id, id)
);
SELECT distribute('draft', 'dist');
CREATE INDEX draft_person_idx ON draft (tenant_id, person_id, saved_at DESC)
  WHERE filed_case_id IS NULL;
COMMENT ON TABLE draft IS 'Applications before filing: not cases in law, so they may be deleted.';
COMMENT ON COLUMN draft.form IS 'Sensitive fields sealed, as in events.';
GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO yichuang_app;

CREATE TABLE upload (
  tenant_id text NOT NULL,
  person_id uuid NOT NULL,
  sha256 text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT upload_pkey PRIMARY KEY (tenant_id, person_id, sha256)
);
SELECT distribute('upload', 'dist');
COMMENT ON TABLE upload IS 'Who uploaded what: a hash alone gives no right to a file.';
GRANT SELECT, INSERT ON upload TO yichuang_app;

CREATE TABLE counter (
  tenant_id text NOT NULL,
  name text NOT NULL,
  n bigint NOT NULL,
  CONSTRAINT counter_pkey PRIMARY KEY (tenant_id, name)
);
SELECT distribute('counter', 'dist');
COMMENT ON TABLE counter IS 'Number series: cases by item and day, documents by series and year.';
GRANT SELECT, INSERT, UPDATE ON counter TO yichuang_app;

CREATE TABLE document_number (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  document_id text NOT NULL,
  number text NOT NULL,
  check_code text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT document_number_pkey PRIMARY KEY (tenant_id, case_id, document_id),
  CONSTRAINT document_number_number_key UNIQUE (tenant_id, number),
  CONSTRAINT document_number_check_key UNIQUE (tenant_id, check_code)
);
SELECT distribute('document_number', 'dist');
COMMENT ON TABLE document_number IS 'A number once given stays with its document: a retry finds it.';
GRANT SELECT, INSERT ON document_number TO yichuang_app;

CREATE TABLE certificate (
  tenant_id text NOT NULL,
  number text NOT NULL,
  certificate_id text NOT NULL,
  check_code text NOT NULL,
  case_id uuid NOT NULL,
  document_id text NOT NULL,
  name text NOT NULL,
  holder text NOT NULL,
  issuer text NOT NULL,
  issued_on date NOT NULL,
  valid_from date,
  valid_until date,
  status text NOT NULL DEFAULT 'valid',
  sha256 text NOT NULL,
  CONSTRAINT certificate_pkey PRIMARY KEY (tenant_id, number),
  CONSTRAINT certificate_id_key UNIQUE (tenant_id, certificate_id),
  CONSTRAINT certificate_check_key UNIQUE (tenant_id, check_code),
  CONSTRAINT certificate_status CHECK (status IN ('valid', 'revoked', 'voided'))
);
SELECT distribute('certificate', 'dist');
COMMENT ON TABLE certificate IS 'Certificate library 电子证照库; read by the public check page.';
COMMENT ON COLUMN certificate.certificate_id IS '电子证照标识, GB/T 36904.';
GRANT SELECT, INSERT, UPDATE ON certificate TO yichuang_app;

CREATE TABLE org_seal (
  tenant_id text NOT NULL,
  org_id text NOT NULL,
  chain jsonb NOT NULL,
  key_sealed text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT org_seal_pkey PRIMARY KEY (tenant_id, org_id)
);
SELECT distribute('org_seal', 'dist');
COMMENT ON TABLE org_seal IS 'Signing certificates of organisations (DER, base64); keys sealed.';
GRANT SELECT, INSERT, UPDATE ON org_seal TO yichuang_app;

CREATE TABLE ledger_root (
  tenant_id text NOT NULL,
  day date NOT NULL,
  size int NOT NULL,
  root text NOT NULL,
  published_at timestamptz NOT NULL,
  CONSTRAINT ledger_root_pkey PRIMARY KEY (tenant_id, day)
);
SELECT distribute('ledger_root', 'dist');
COMMENT ON TABLE ledger_root IS 'Merkle root of each day''s events (RFC 9162), published once.';
GRANT SELECT, INSERT ON ledger_root TO yichuang_app;

CREATE TABLE phrase (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  org_id text NOT NULL,
  text text NOT NULL,
  is_shared boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  CONSTRAINT phrase_pkey PRIMARY KEY (tenant_id, id)
);
SELECT distribute('phrase', 'dist');
CREATE INDEX phrase_person_idx ON phrase (tenant_id, person_id);
CREATE INDEX phrase_org_idx ON phrase (tenant_id, org_id) WHERE is_shared;
COMMENT ON TABLE phrase IS 'Opinion phrases of one''s own, or shared within an organisation.';
GRANT SELECT, INSERT, DELETE ON phrase TO yichuang_app;

-- Writes everything that one command changes, or nothing. One round trip. Raises YC001 when the
-- case has moved on meanwhile (the caller decides again), YC002 when the key was used before.
CREATE FUNCTION write_case(
  p_tenant text, p_case uuid, p_expected int, p_row json, p_state json, p_events json,
  p_closed text[],
  p_tasks json, p_clocks json, p_readers text[], p_done json, p_person text, p_key text,
  p_response json, p_jobs json
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE r cases;
BEGIN
  r := json_populate_record(NULL::cases, p_row);
  IF p_expected = 0 THEN
    INSERT INTO cases (tenant_id, id, number, version, head_hash, state, item_code, item_version,
      item_name, org_id, applicant_id, contact_id, applicant_name, phase, received_at, changed_at,
      due_on, warn_at, overdue_at, is_suspended, outcome, concluded_on, working_days, was_late,
      password_hash)
    VALUES (p_tenant, p_case, r.number, r.version, r.head_hash, p_state, r.item_code,
      r.item_version, r.item_name, r.org_id, r.applicant_id, r.contact_id, r.applicant_name,
      r.phase, r.received_at, r.changed_at, r.due_on, r.warn_at, r.overdue_at, r.is_suspended,
      r.outcome, r.concluded_on, r.working_days, r.was_late, r.password_hash);
  ELSE
    UPDATE cases SET version = r.version, head_hash = r.head_hash, state = p_state,
      phase = r.phase, changed_at = r.changed_at, due_on = r.due_on, warn_at = r.warn_at,
      overdue_at = r.overdue_at, is_suspended = r.is_suspended, outcome = r.outcome,
      concluded_on = r.concluded_on, working_days = r.working_days, was_late = r.was_late
    WHERE tenant_id = p_tenant AND id = p_case AND version = p_expected;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'case has moved on' USING ERRCODE = 'YC001';
    END IF;
  END IF;
  IF p_key IS NOT NULL THEN
    INSERT INTO command_log (tenant_id, person_id, idempotency_key, case_id, response, at)
    VALUES (p_tenant, p_person, p_key, p_case, p_response, r.changed_at)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'command was done before' USING ERRCODE = 'YC002';
    END IF;
  END IF;
  INSERT INTO event (tenant_id, case_id, seq, day, at, type, actor, data, prev_hash, hash)
  SELECT p_tenant, p_case, e.seq, e.day, e.at, e.type, e.actor, e.data, e.prev_hash, e.hash
  FROM json_to_recordset(p_events) AS e(seq int, day date, at timestamptz, type text,
    actor json, data json, prev_hash text, hash text);
  IF cardinality(p_closed) > 0 THEN
    DELETE FROM open_task
    WHERE tenant_id = p_tenant AND case_id = p_case AND task_id = ANY (p_closed);
  END IF;
  IF json_array_length(p_tasks) > 0 THEN
    INSERT INTO open_task (tenant_id, post_id, case_id, task_id, step_id, step_name, duty,
      opened_at, due_at)
    SELECT p_tenant, t.post_id, p_case, t.task_id, t.step_id, t.step_name, t.duty, t.opened_at,
      t.due_at
    FROM json_to_recordset(p_tasks) AS t(post_id text, task_id text, step_id text,
      step_name text, duty text, opened_at timestamptz, due_at timestamptz)
    ON CONFLICT (tenant_id, post_id, case_id, task_id) DO UPDATE SET due_at = excluded.due_at;
  END IF;
  IF json_array_length(p_clocks) > 0 THEN
    INSERT INTO clock (tenant_id, case_id, clock_id, kind, rule_id, due_on, warn_at, overdue_at,
      is_suspended, is_provisional, stopped_at)
    SELECT p_tenant, p_case, c.clock_id, c.kind, c.rule_id, c.due_on, c.warn_at, c.overdue_at,
      c.is_suspended, c.is_provisional, c.stopped_at
    FROM json_to_recordset(p_clocks) AS c(clock_id text, kind text, rule_id text, due_on date,
      warn_at timestamptz, overdue_at timestamptz, is_suspended boolean, is_provisional boolean,
      stopped_at timestamptz)
    ON CONFLICT (tenant_id, case_id, clock_id) DO UPDATE SET due_on = excluded.due_on,
      warn_at = excluded.warn_at, overdue_at = excluded.overdue_at,
      is_suspended = excluded.is_suspended, is_provisional = excluded.is_provisional,
      stopped_at = excluded.stopped_at;
  END IF;
  IF cardinality(p_readers) > 0 THEN
    INSERT INTO case_reader (tenant_id, reader, case_id, received_at)
    SELECT p_tenant, reader, p_case, r.received_at FROM unnest(p_readers) AS reader
    ON CONFLICT DO NOTHING;
  END IF;
  IF json_array_length(p_done) > 0 THEN
    INSERT INTO done_task (tenant_id, person_id, at, case_id, seq, act, step_name)
    SELECT p_tenant, d.person_id, d.at, p_case, d.seq, d.act, d.step_name
    FROM json_to_recordset(p_done) AS d(person_id text, at timestamptz, seq int, act text,
      step_name text);
  END IF;
  IF json_array_length(p_jobs) > 0 THEN
    PERFORM enqueue_job(j.name, j.payload, j.key)
    FROM json_to_recordset(p_jobs) AS j(name text, payload json, key text);
  END IF;
END $$;
COMMENT ON FUNCTION write_case IS 'All durable effects of one command, guarded by the version.';
