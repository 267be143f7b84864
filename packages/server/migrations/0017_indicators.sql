-- Indicators and assessments: what is counted of cases, and what was published of it.

CREATE TABLE case_figure (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  version int NOT NULL,
  edition int NOT NULL,
  flags int NOT NULL,
  number text NOT NULL,
  org_id text NOT NULL,
  item_code text NOT NULL,
  lifecycle text NOT NULL,
  handling_mode text NOT NULL,
  channel text NOT NULL,
  is_part boolean NOT NULL,
  received_on date NOT NULL,
  accepted_on date,
  is_deemed_accepted boolean NOT NULL,
  done_on date,
  outcome text,
  is_voided boolean NOT NULL,
  unit text,
  limit_days int,
  due_on date,
  promised_days int,
  promised_unit text,
  statutory_days int,
  statutory_unit text,
  statutory_due_on date,
  extended_days int NOT NULL,
  extensions int NOT NULL,
  used_days int,
  working_days int,
  special_days int NOT NULL,
  late_steps int NOT NULL,
  corrections int NOT NULL,
  returns int NOT NULL,
  visits int NOT NULL,
  visits_stated int NOT NULL,
  fee_fen bigint NOT NULL,
  CONSTRAINT case_figure_pkey PRIMARY KEY (tenant_id, case_id),
  CONSTRAINT case_figure_case_fkey FOREIGN KEY (tenant_id, case_id)
    REFERENCES cases (tenant_id, id),
  CONSTRAINT case_figure_lifecycle CHECK (lifecycle IN ('service', 'internal', 'letter'))
);
SELECT distribute('case_figure', 'dist');
CREATE INDEX case_figure_done_idx ON case_figure (tenant_id, done_on, org_id, item_code);
CREATE INDEX case_figure_received_idx ON case_figure (tenant_id, received_on);
CREATE INDEX case_figure_accepted_idx ON case_figure (tenant_id, accepted_on);
CREATE INDEX case_figure_open_idx ON case_figure (tenant_id, due_on) WHERE done_on IS NULL;
COMMENT ON TABLE case_figure IS 'What statistics need of a case; computed from its events alone, may be emptied.';
COMMENT ON COLUMN case_figure.version IS 'Events it was computed from: below the case''s own it is stale.';
COMMENT ON COLUMN case_figure.edition IS 'Edition of the computation; older rows are computed again.';
COMMENT ON COLUMN case_figure.flags IS 'What is true of the case by itself, a bit each: server/src/indicators/figure-flags.ts.';
COMMENT ON COLUMN case_figure.done_on IS 'Day of the decision, or of another end; limits end with it.';
COMMENT ON COLUMN case_figure.due_on IS 'Of the promised limit, else the statutory; null while it stands still.';
COMMENT ON COLUMN case_figure.limit_days IS 'Of the limit that due_on belongs to, in its unit, as it began.';
COMMENT ON COLUMN case_figure.used_days IS 'From acceptance to decision in that unit, excluded procedures not counted.';
COMMENT ON COLUMN case_figure.visits IS 'Days on which the applicant came: filing, paper, fetching.';
GRANT SELECT, INSERT, UPDATE, DELETE ON case_figure TO yichuang_app;

CREATE TABLE case_figure_person (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  task_id text NOT NULL,
  step_id text NOT NULL,
  person_id text NOT NULL,
  name text NOT NULL,
  on_behalf_of text,
  org_id text NOT NULL,
  item_code text NOT NULL,
  done_on date NOT NULL,
  seconds bigint NOT NULL,
  working_days int NOT NULL,
  is_late boolean,
  verdict text,
  is_batch boolean NOT NULL,
  CONSTRAINT case_figure_person_pkey PRIMARY KEY (tenant_id, case_id, task_id),
  CONSTRAINT case_figure_person_case_fkey FOREIGN KEY (tenant_id, case_id)
    REFERENCES cases (tenant_id, id)
);
SELECT distribute('case_figure_person', 'dist');
CREATE INDEX case_figure_person_done_idx ON case_figure_person (tenant_id, done_on, org_id);
COMMENT ON TABLE case_figure_person IS 'A row for each task that a member of staff decided.';
COMMENT ON COLUMN case_figure_person.org_id IS 'Of the post in which it was decided; else of the case.';
COMMENT ON COLUMN case_figure_person.is_late IS 'After the step''s own limit; null without one.';
GRANT SELECT, INSERT, UPDATE, DELETE ON case_figure_person TO yichuang_app;

CREATE TABLE figure_place (
  tenant_id text NOT NULL,
  job text NOT NULL,
  day date,
  case_id uuid,
  CONSTRAINT figure_place_pkey PRIMARY KEY (tenant_id, job),
  CONSTRAINT figure_place_job CHECK (job IN ('catch-up', 'rebuild'))
);
SELECT distribute('figure_place', 'dist');
COMMENT ON TABLE figure_place IS 'How far the figures follow the events: a day, and a case while rebuilding.';
GRANT SELECT, INSERT, UPDATE, DELETE ON figure_place TO yichuang_app;

CREATE TABLE assessment_scheme (
  tenant_id text NOT NULL,
  version int NOT NULL,
  scheme jsonb NOT NULL,
  reason text NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT assessment_scheme_pkey PRIMARY KEY (tenant_id, version)
);
SELECT distribute('assessment_scheme', 'dist');
COMMENT ON TABLE assessment_scheme IS 'Weights, veto items and grades of assessments, every version.';
GRANT SELECT, INSERT ON assessment_scheme TO yichuang_app;

CREATE TABLE assessment (
  tenant_id text NOT NULL,
  period text NOT NULL,
  scheme_version int NOT NULL,
  counted jsonb NOT NULL,
  result jsonb NOT NULL,
  published_by text NOT NULL,
  published_at timestamptz NOT NULL,
  CONSTRAINT assessment_pkey PRIMARY KEY (tenant_id, period)
);
SELECT distribute('assessment', 'dist');
COMMENT ON TABLE assessment IS 'Figures and scores of a period as published: frozen; what changes later shows as a difference.';
COMMENT ON COLUMN assessment.period IS '2026-11, 2026-Q4, 2026-H2 or 2026.';
GRANT SELECT, INSERT ON assessment TO yichuang_app;

CREATE TABLE assessment_note (
  tenant_id text NOT NULL,
  period text NOT NULL,
  id uuid NOT NULL,
  org_id text NOT NULL,
  kind text NOT NULL,
  note text NOT NULL,
  by_name text NOT NULL,
  by_person text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT assessment_note_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT assessment_note_kind CHECK (kind IN ('comment', 'objection'))
);
SELECT distribute('assessment_note', 'dist');
CREATE INDEX assessment_note_period_idx ON assessment_note (tenant_id, period, at);
COMMENT ON TABLE assessment_note IS 'What a department''s leader says of its score: never changed, never removed.';
GRANT SELECT, INSERT ON assessment_note TO yichuang_app;
