-- Letters: what lists, searches and reports ask of them, beside the case itself. Both tables follow
-- from the case's events in the same transaction. What is public is a table of its own: a query of
-- the public site cannot reach anything that was not published.

CREATE TABLE letter (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  number text NOT NULL,
  kind text NOT NULL,
  item_code text NOT NULL,
  channel text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  category text,
  division_id text,
  place text,
  source_number text,
  sender_id uuid NOT NULL,
  sender_name text NOT NULL,
  people int NOT NULL DEFAULT 1,
  office_id text NOT NULL,
  unit_id text,
  phase text NOT NULL,
  outcome text,
  is_withheld boolean NOT NULL,
  is_simple boolean NOT NULL,
  wants_public text,
  received_at timestamptz NOT NULL,
  received_on date NOT NULL,
  accepted_on date,
  answered_at timestamptz,
  answered_on date,
  due_on date,
  was_late boolean,
  rounds int NOT NULL,
  follow_ups int NOT NULL,
  rectifications int NOT NULL,
  returns int NOT NULL,
  findings int NOT NULL,
  supervisions int NOT NULL,
  office_rating text,
  handler_rating text,
  published_at timestamptz,
  CONSTRAINT letter_pkey PRIMARY KEY (tenant_id, case_id),
  CONSTRAINT letter_case_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases (tenant_id, id)
);
SELECT distribute('letter', 'dist');
CREATE INDEX letter_received_idx ON letter (tenant_id, received_at DESC, case_id);
CREATE INDEX letter_unit_idx ON letter (tenant_id, unit_id, received_at DESC, case_id);
CREATE INDEX letter_sender_idx ON letter (tenant_id, sender_id, received_at DESC);
CREATE UNIQUE INDEX letter_source_key ON letter (tenant_id, source_number)
  WHERE source_number IS NOT NULL;
CREATE INDEX letter_answered_idx ON letter (tenant_id, answered_on)
  WHERE answered_on IS NOT NULL;
CREATE INDEX letter_open_idx ON letter (tenant_id, received_on)
  WHERE answered_on IS NULL;
COMMENT ON TABLE letter IS 'Letters 来信: one row each, for lists, search and reports of staff.';
COMMENT ON COLUMN letter.is_withheld IS 'Sensitive, or confidential by law: in no report of those without the right.';
COMMENT ON COLUMN letter.answered_on IS 'Of the first answer; a follow-up does not move it.';
COMMENT ON COLUMN letter.due_on IS 'Of the statutory or committed limit for the first answer.';
COMMENT ON COLUMN letter.returns IS 'How often the answer was sent back before it was given.';
COMMENT ON COLUMN letter.findings IS 'What the check for empty answers found in the answer given.';
COMMENT ON COLUMN letter.wants_public IS 'yes or no, as the sender said; null when not asked.';
GRANT SELECT, INSERT, UPDATE ON letter TO yichuang_app;

CREATE TABLE published_letter (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  number text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  answers json NOT NULL,
  course json NOT NULL,
  category text,
  division_id text,
  unit_id text,
  phase text NOT NULL,
  received_on date NOT NULL,
  answered_on date,
  due_on date,
  overdue_at timestamptz,
  warn_at timestamptz,
  satisfaction text,
  published_at timestamptz NOT NULL,
  CONSTRAINT published_letter_pkey PRIMARY KEY (tenant_id, case_id),
  CONSTRAINT published_letter_number_key UNIQUE (tenant_id, number)
);
SELECT distribute('published_letter', 'dist');
CREATE INDEX published_letter_at_idx ON published_letter (tenant_id, published_at DESC, case_id);
CREATE INDEX published_letter_unit_idx ON published_letter (tenant_id, unit_id, published_at DESC);
COMMENT ON TABLE published_letter IS 'Letters in the wording that a person checked: all that is public.';
COMMENT ON COLUMN published_letter.answers IS 'List of {round, text, answeredOn, unitId}, wording as checked.';
COMMENT ON COLUMN published_letter.course IS 'List of {at, key, params}: what happened, without people.';
COMMENT ON COLUMN published_letter.satisfaction IS 'The worse of the two ratings of the last rated answer.';
GRANT SELECT, INSERT, UPDATE, DELETE ON published_letter TO yichuang_app;

CREATE TABLE letter_voice (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT letter_voice_pkey PRIMARY KEY (tenant_id, case_id, person_id, kind),
  CONSTRAINT letter_voice_case_fkey FOREIGN KEY (tenant_id, case_id)
    REFERENCES cases (tenant_id, id),
  CONSTRAINT letter_voice_kind CHECK (kind IN ('like', 'me-too'))
);
SELECT distribute('letter_voice', 'dist');
COMMENT ON TABLE letter_voice IS 'Likes 点赞 and "me too" 我也遇到 of residents on public letters.';
GRANT SELECT, INSERT, DELETE ON letter_voice TO yichuang_app;

CREATE TABLE letter_comment (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  text text NOT NULL,
  at timestamptz NOT NULL,
  words text[] NOT NULL,
  status text NOT NULL DEFAULT 'pending',
  judged_by uuid,
  judged_at timestamptz,
  CONSTRAINT letter_comment_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT letter_comment_case_fkey FOREIGN KEY (tenant_id, case_id)
    REFERENCES cases (tenant_id, id),
  CONSTRAINT letter_comment_status CHECK (status IN ('pending', 'shown', 'hidden'))
);
SELECT distribute('letter_comment', 'dist');
CREATE INDEX letter_comment_case_idx ON letter_comment (tenant_id, case_id, at);
CREATE INDEX letter_comment_pending_idx ON letter_comment (tenant_id, at)
  WHERE status = 'pending';
COMMENT ON TABLE letter_comment IS 'What the public says of an answer; shown once a person has read it.';
COMMENT ON COLUMN letter_comment.words IS 'Words of the county''s list that occur: advice for who reads it.';
GRANT SELECT, INSERT, UPDATE ON letter_comment TO yichuang_app;

-- A letter that becomes withheld is taken from those who might read it before.
GRANT DELETE ON case_reader TO yichuang_app;

-- The level above the county reviews what the county answered.
ALTER TABLE org DROP CONSTRAINT org_kind;
ALTER TABLE org ADD CONSTRAINT org_kind CHECK (
  kind IN ('county', 'department', 'section', 'counter', 'township', 'village', 'superior'));

-- Letters are items, but no guides to a licence.
ALTER TABLE item ADD COLUMN is_letter boolean NOT NULL
  GENERATED ALWAYS AS (coalesce(definition ->> 'lifecycle', '') = 'letter') STORED;
COMMENT ON COLUMN item.is_letter IS 'A way to write in: shown where letters are written, not as a guide.';

CREATE FUNCTION write_letter(p_tenant text, p_case uuid, p_letter json) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  l letter;
  p published_letter;
BEGIN
  l := json_populate_record(NULL::letter, p_letter -> 'row');
  l.tenant_id := p_tenant;
  l.case_id := p_case;
  INSERT INTO letter SELECT l.*
  ON CONFLICT (tenant_id, case_id) DO UPDATE SET item_code = excluded.item_code,
    category = excluded.category, unit_id = excluded.unit_id, phase = excluded.phase,
    outcome = excluded.outcome, is_withheld = excluded.is_withheld,
    is_simple = excluded.is_simple, accepted_on = excluded.accepted_on,
    answered_at = excluded.answered_at, answered_on = excluded.answered_on,
    due_on = excluded.due_on, was_late = excluded.was_late, rounds = excluded.rounds,
    follow_ups = excluded.follow_ups, rectifications = excluded.rectifications,
    returns = excluded.returns, findings = excluded.findings,
    supervisions = excluded.supervisions, office_rating = excluded.office_rating,
    handler_rating = excluded.handler_rating, published_at = excluded.published_at;
  IF p_letter ->> 'published' IS NULL THEN
    DELETE FROM published_letter WHERE tenant_id = p_tenant AND case_id = p_case;
    RETURN;
  END IF;
  p := json_populate_record(NULL::published_letter, p_letter -> 'published');
  p.tenant_id := p_tenant;
  p.case_id := p_case;
  INSERT INTO published_letter SELECT p.*
  ON CONFLICT (tenant_id, case_id) DO UPDATE SET title = excluded.title, body = excluded.body,
    answers = excluded.answers, course = excluded.course, category = excluded.category,
    unit_id = excluded.unit_id, phase = excluded.phase, answered_on = excluded.answered_on,
    due_on = excluded.due_on, overdue_at = excluded.overdue_at, warn_at = excluded.warn_at,
    satisfaction = excluded.satisfaction, published_at = excluded.published_at;
END $$;
COMMENT ON FUNCTION write_letter IS 'Rows of a letter, public ones among them, with its command.';

DROP FUNCTION write_case(text, uuid, int, json, json, json, text[], json, json, text[], json, text,
  text, json, json, json);

-- Writes everything that one command changes, or nothing. One round trip. Raises YC001 when the
-- case has moved on meanwhile (the caller decides again), YC002 when the key was used before.
CREATE FUNCTION write_case(
  p_tenant text, p_case uuid, p_expected int, p_row json, p_state json, p_events json,
  p_closed text[],
  p_tasks json, p_clocks json, p_readers text[], p_done json, p_person text, p_key text,
  p_response json, p_jobs json, p_readings json, p_dropped text[], p_letter json
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
  IF cardinality(p_dropped) > 0 THEN
    DELETE FROM case_reader
    WHERE tenant_id = p_tenant AND case_id = p_case AND reader = ANY (p_dropped);
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
  IF p_letter IS NOT NULL THEN
    PERFORM write_letter(p_tenant, p_case, p_letter);
  END IF;
  IF json_array_length(p_jobs) > 0 THEN
    PERFORM enqueue_job(j.name, j.payload, j.key)
    FROM json_to_recordset(p_jobs) AS j(name text, payload json, key text);
  END IF;
END $$;
COMMENT ON FUNCTION write_case IS 'All durable effects of one command, guarded by the version.';
