-- Proxies 代理: somebody acts for somebody else, for a time and a scope. Never removed: what was
-- decided under a proxy refers to it. Tasks that one person holds are listed for that person.

CREATE TABLE proxy (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  principal_id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  item_codes text[],
  includes_current boolean NOT NULL,
  reason text NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by uuid,
  CONSTRAINT proxy_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT proxy_principal_fkey FOREIGN KEY (tenant_id, principal_id)
    REFERENCES person (tenant_id, id),
  CONSTRAINT proxy_deputy_fkey FOREIGN KEY (tenant_id, deputy_id)
    REFERENCES person (tenant_id, id),
  CONSTRAINT proxy_set_by_fkey FOREIGN KEY (tenant_id, set_by) REFERENCES person (tenant_id, id),
  CONSTRAINT proxy_others CHECK (principal_id <> deputy_id),
  CONSTRAINT proxy_span CHECK (until_at > from_at)
);
SELECT distribute('proxy', 'dist');
CREATE INDEX proxy_until_idx ON proxy (tenant_id, until_at) WHERE ended_at IS NULL;
COMMENT ON TABLE proxy IS 'Who acts for whom, from when until when; ended, never deleted.';
COMMENT ON COLUMN proxy.item_codes IS 'Items that the proxy is for; null: all.';
COMMENT ON COLUMN proxy.includes_current IS 'false: only tasks that open from from_at on.';
COMMENT ON COLUMN proxy.set_by IS 'The principal, a secretary or an administrator.';
GRANT SELECT, INSERT, UPDATE ON proxy TO yichuang_app;

ALTER TABLE open_task ADD COLUMN is_read boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN open_task.post_id IS
  'A post, capability:<name> for whoever has it, or person:<id> for who holds it alone.';

ALTER TABLE post ADD COLUMN role text;
COMMENT ON COLUMN post.role IS
  'What the post is in its unit (head, leader …); flows name posts of any unit by it.';

CREATE TABLE reading (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  reading_id text NOT NULL,
  reader text NOT NULL,
  kind text NOT NULL,
  from_name text NOT NULL,
  note text NOT NULL,
  at timestamptz NOT NULL,
  read_at timestamptz,
  read_by text,
  CONSTRAINT reading_pkey PRIMARY KEY (tenant_id, case_id, reading_id),
  CONSTRAINT reading_case_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases (tenant_id, id)
);
SELECT distribute('reading', 'dist');
CREATE INDEX reading_unread_idx ON reading (tenant_id, reader, at, case_id) WHERE read_at IS NULL;
CREATE INDEX reading_read_idx ON reading (tenant_id, read_by, read_at DESC, case_id)
  WHERE read_at IS NOT NULL;
COMMENT ON TABLE reading IS 'Copies 抄送 and circulations 传阅: to read, never to decide.';
COMMENT ON COLUMN reading.reader IS 'person:<id> or post:<id>: whoever may read it.';
COMMENT ON COLUMN reading.read_by IS 'The person who read it.';
GRANT SELECT, INSERT, UPDATE ON reading TO yichuang_app;

DROP FUNCTION write_case(text, uuid, int, json, json, json, text[], json, json, text[], json, text,
  text, json, json);

-- Writes everything that one command changes, or nothing. One round trip. Raises YC001 when the
-- case has moved on meanwhile (the caller decides again), YC002 when the key was used before.
CREATE FUNCTION write_case(
  p_tenant text, p_case uuid, p_expected int, p_row json, p_state json, p_events json,
  p_closed text[],
  p_tasks json, p_clocks json, p_readers text[], p_done json, p_person text, p_key text,
  p_response json, p_jobs json, p_readings json
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
      item_version = r.item_version, phase = r.phase, changed_at = r.changed_at, due_on = r.due_on, warn_at = r.warn_at,
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
      opened_at, due_at, is_read)
    SELECT p_tenant, t.post_id, p_case, t.task_id, t.step_id, t.step_name, t.duty, t.opened_at,
      t.due_at, t.is_read
    FROM json_to_recordset(p_tasks) AS t(post_id text, task_id text, step_id text,
      step_name text, duty text, opened_at timestamptz, due_at timestamptz, is_read boolean)
    ON CONFLICT (tenant_id, post_id, case_id, task_id)
      DO UPDATE SET due_at = excluded.due_at, is_read = excluded.is_read;
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
  IF json_array_length(p_readings) > 0 THEN
    INSERT INTO reading (tenant_id, case_id, reading_id, reader, kind, from_name, note, at, read_at,
      read_by)
    SELECT p_tenant, p_case, x.reading_id, x.reader, x.kind, x.from_name, x.note, x.at, x.read_at,
      x.read_by
    FROM json_to_recordset(p_readings) AS x(reading_id text, reader text, kind text,
      from_name text, note text, at timestamptz, read_at timestamptz, read_by text)
    ON CONFLICT (tenant_id, case_id, reading_id)
      DO UPDATE SET read_at = excluded.read_at, read_by = excluded.read_by;
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
