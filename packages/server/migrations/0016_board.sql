-- Lights of all open cases, for the board: one narrow row a case, kept in its command's transaction,
-- so that counting them by light at any instant is one scan of what is open and nothing else.

CREATE TABLE open_light (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  org_id text NOT NULL,
  item_code text NOT NULL,
  is_withheld boolean NOT NULL,
  is_running boolean NOT NULL,
  was_late boolean NOT NULL,
  warn_at timestamptz NOT NULL,
  overdue_at timestamptz NOT NULL,
  step_warn_at timestamptz NOT NULL,
  step_overdue_at timestamptz NOT NULL,
  promise_warn_at timestamptz NOT NULL,
  promise_overdue_at timestamptz NOT NULL,
  statute_warn_at timestamptz NOT NULL,
  statute_overdue_at timestamptz NOT NULL,
  CONSTRAINT open_light_pkey PRIMARY KEY (tenant_id, case_id),
  CONSTRAINT open_light_case_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases (tenant_id, id)
);
SELECT distribute('open_light', 'dist');
CREATE INDEX open_light_org_idx ON open_light (tenant_id, org_id, overdue_at, case_id);
CREATE INDEX open_light_overdue_idx ON open_light (tenant_id, overdue_at);
CREATE INDEX open_light_warn_idx ON open_light (tenant_id, warn_at);
COMMENT ON TABLE open_light IS 'When the lights 红黄绿灰 of each open case turn; ended cases have no row.';
COMMENT ON COLUMN open_light.org_id IS 'Who answers for the case: the unit of a letter, else the item''s.';
COMMENT ON COLUMN open_light.is_running IS 'Some limit runs; else 停表, all of them stand still or none is left.';
COMMENT ON COLUMN open_light.was_late IS 'Some limit was kept too late: red that doing the act did not clear.';
COMMENT ON COLUMN open_light.overdue_at IS 'First instant of red, of the limit that comes first; 9999 for never.';
COMMENT ON COLUMN open_light.statute_overdue_at IS 'The same of 法定 limits and of the duties in letters.';
GRANT SELECT, INSERT, UPDATE, DELETE ON open_light TO yichuang_app;

-- Which of the three a clock counts for. Null: what the applicant owes, what is somebody's right and
-- what only waits makes no office late. kernel/case/light-level.ts says the same (tested).
CREATE FUNCTION light_level(kind text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN kind IN ('step', 'opinion') THEN 'step'
    WHEN kind = 'committed' THEN 'promise'
    WHEN kind IN ('debt', 'wait', 'objection', 'review') THEN NULL
    ELSE 'statute' END
$$;
COMMENT ON FUNCTION light_level IS 'Level of a light 环节 承诺 法定 by the kind of the clock.';

-- A clock that stands still is grey, but one that was late by then stays red (kernel/time/light.ts).
CREATE FUNCTION was_late_when_stopped(state json, clock_id text, overdue_at timestamptz)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM json_array_elements(state #> ARRAY['clocks', clock_id, 'suspensions']) AS s
    WHERE s ->> 'to' IS NULL
      AND (s ->> 'from')::date::timestamp AT TIME ZONE 'Asia/Shanghai' >= overdue_at)
$$;
COMMENT ON FUNCTION was_late_when_stopped IS 'Late before the running suspension began.';

CREATE FUNCTION refresh_open_light(p_tenant text, p_case uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO open_light (tenant_id, case_id, org_id, item_code, is_withheld, is_running, was_late,
    warn_at, overdue_at, step_warn_at, step_overdue_at, promise_warn_at, promise_overdue_at,
    statute_warn_at, statute_overdue_at)
  WITH own AS (
    SELECT k.*, light_level(k.kind) AS level,
      k.stopped_at IS NULL AND (NOT k.is_suspended
        OR was_late_when_stopped(c.state, k.clock_id, k.overdue_at)) AS is_live
    FROM clock k JOIN cases c ON c.tenant_id = p_tenant AND c.id = p_case
    WHERE k.tenant_id = p_tenant AND k.case_id = p_case AND light_level(k.kind) IS NOT NULL
  ), turning AS (
    SELECT coalesce(bool_or(is_live), false) AS is_running,
      coalesce(bool_or(stopped_at >= overdue_at), false) AS was_late,
      min(warn_at) FILTER (WHERE is_live) AS w,
      min(overdue_at) FILTER (WHERE is_live) AS o,
      min(warn_at) FILTER (WHERE is_live AND level = 'step') AS step_w,
      min(overdue_at) FILTER (WHERE is_live AND level = 'step') AS step_o,
      min(warn_at) FILTER (WHERE is_live AND level = 'promise') AS promise_w,
      min(overdue_at) FILTER (WHERE is_live AND level = 'promise') AS promise_o,
      min(warn_at) FILTER (WHERE is_live AND level = 'statute') AS statute_w,
      min(overdue_at) FILTER (WHERE is_live AND level = 'statute') AS statute_o
    FROM own
  )
  SELECT p_tenant, p_case, coalesce(l.unit_id, c.org_id), c.item_code,
    coalesce(l.is_withheld, false), t.is_running, t.was_late, coalesce(t.w, n), coalesce(t.o, n),
    coalesce(t.step_w, n), coalesce(t.step_o, n), coalesce(t.promise_w, n),
    coalesce(t.promise_o, n), coalesce(t.statute_w, n), coalesce(t.statute_o, n)
  FROM cases c
  CROSS JOIN turning t
  CROSS JOIN (VALUES ('9999-12-31T00:00:00Z'::timestamptz)) AS never(n)
  LEFT JOIN letter l ON l.tenant_id = p_tenant AND l.case_id = p_case
  WHERE c.tenant_id = p_tenant AND c.id = p_case AND c.phase NOT IN ('acceptance-refused',
    'concluded', 'archived', 'withdrawn', 'terminated', 'voided', 'revoked')
  ON CONFLICT (tenant_id, case_id) DO UPDATE SET org_id = excluded.org_id,
    is_withheld = excluded.is_withheld, is_running = excluded.is_running,
    was_late = excluded.was_late, warn_at = excluded.warn_at, overdue_at = excluded.overdue_at,
    step_warn_at = excluded.step_warn_at, step_overdue_at = excluded.step_overdue_at,
    promise_warn_at = excluded.promise_warn_at, promise_overdue_at = excluded.promise_overdue_at,
    statute_warn_at = excluded.statute_warn_at, statute_overdue_at = excluded.statute_overdue_at;
  IF NOT FOUND THEN
    DELETE FROM open_light WHERE tenant_id = p_tenant AND case_id = p_case;
  END IF;
END $$;
COMMENT ON FUNCTION refresh_open_light IS 'The row of a case from its clocks; none once it has ended.';

-- After everything that the command wrote, and in its transaction; no trigger, for Citus has none
-- that write.
ALTER FUNCTION write_case(text, uuid, int, json, json, json, text[], json, json, text[], json, text,
  text, json, json, json, text[], json) RENAME TO write_case_rows;
CREATE FUNCTION write_case(
  p_tenant text, p_case uuid, p_expected int, p_row json, p_state json, p_events json,
  p_closed text[],
  p_tasks json, p_clocks json, p_readers text[], p_done json, p_person text, p_key text,
  p_response json, p_jobs json, p_readings json, p_dropped text[], p_letter json
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_case_rows(p_tenant, p_case, p_expected, p_row, p_state, p_events, p_closed, p_tasks,
    p_clocks, p_readers, p_done, p_person, p_key, p_response, p_jobs, p_readings, p_dropped,
    p_letter);
  PERFORM refresh_open_light(p_tenant, p_case);
END $$;
COMMENT ON FUNCTION write_case IS 'All durable effects of one command, guarded by the version.';
COMMENT ON FUNCTION write_case_rows IS 'What write_case writes, but for the lights of the board.';

SELECT refresh_open_light(tenant_id, id) FROM cases;

-- 补正 limits that have run out: without this the look at them would pass all that is red.
CREATE INDEX clock_lapse_idx ON clock (tenant_id, overdue_at)
  WHERE kind = 'correction' AND stopped_at IS NULL AND NOT is_suspended;

-- Concluded today, of all items.
CREATE INDEX cases_concluded_day_idx ON cases (tenant_id, concluded_on)
  WHERE concluded_on IS NOT NULL;
