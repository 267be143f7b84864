-- Supervision rules with their versions, trials on history, hits, and what people did in cases.
-- A version of a rule is only ever added: the supervised can neither change nor remove one, and
-- neither can who supervises.

CREATE TABLE watch_rule (
  tenant_id text NOT NULL,
  rule_id text NOT NULL,
  version int NOT NULL,
  act text NOT NULL,
  definition json NOT NULL,
  source text NOT NULL,
  author_id text,
  publisher_id text,
  publisher_name text,
  reason text NOT NULL,
  basis json,
  published_at timestamptz NOT NULL,
  CONSTRAINT watch_rule_pkey PRIMARY KEY (tenant_id, rule_id, version),
  CONSTRAINT watch_rule_act_known CHECK (act IN ('published', 'retired')),
  CONSTRAINT watch_rule_source_known CHECK (source IN ('pack', 'county'))
);
SELECT distribute('watch_rule', 'dist');
COMMENT ON TABLE watch_rule IS '监察规则: every version, for ever. The highest of a rule is in force.';
COMMENT ON COLUMN watch_rule.act IS 'published: in force from then on. retired: no longer asked.';
COMMENT ON COLUMN watch_rule.source IS 'pack: came with the platform. county: made by its supervisors.';
COMMENT ON COLUMN watch_rule.basis IS 'Why a rule could be retired: law and article.';
GRANT SELECT, INSERT ON watch_rule TO yichuang_app;
CREATE TRIGGER watch_rule_append_only BEFORE UPDATE OR DELETE ON watch_rule
  FOR EACH ROW EXECUTE FUNCTION is_append_only();

CREATE TABLE watch_draft (
  tenant_id text NOT NULL,
  rule_id text NOT NULL,
  definition json NOT NULL,
  author_id text NOT NULL,
  author_name text NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT watch_draft_pkey PRIMARY KEY (tenant_id, rule_id)
);
SELECT distribute('watch_draft', 'dist');
COMMENT ON TABLE watch_draft IS 'The next version of a rule while it is written and tried.';
GRANT SELECT, INSERT, UPDATE, DELETE ON watch_draft TO yichuang_app;

CREATE TABLE watch_trial (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  rule_id text NOT NULL,
  digest text NOT NULL,
  definition json NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  status text NOT NULL,
  done int NOT NULL,
  total int NOT NULL,
  after_id uuid,
  found json NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT watch_trial_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT watch_trial_status_known CHECK (status IN ('running', 'done', 'failed'))
);
SELECT distribute('watch_trial', 'dist');
CREATE INDEX watch_trial_rule_idx ON watch_trial (tenant_id, rule_id, asked_at DESC);
COMMENT ON TABLE watch_trial IS 'A draft asked of past cases 试算: what it would have found.';
COMMENT ON COLUMN watch_trial.digest IS 'Of the draft as it was tried: a changed draft is tried again.';
COMMENT ON COLUMN watch_trial.after_id IS 'The last case that was looked at; the job goes on behind it.';
GRANT SELECT, INSERT, UPDATE ON watch_trial TO yichuang_app;

CREATE TABLE watch_hit (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  rule_id text NOT NULL,
  rule_version int NOT NULL,
  kind text NOT NULL,
  light text NOT NULL,
  case_id uuid,
  org_id text,
  item_code text,
  people json NOT NULL,
  person_ids text[] NOT NULL,
  at timestamptz NOT NULL,
  found_at timestamptz NOT NULL,
  says text NOT NULL,
  says_en text,
  evidence json NOT NULL,
  facts json NOT NULL,
  is_withheld boolean NOT NULL,
  is_marked boolean NOT NULL DEFAULT false,
  status text NOT NULL DEFAULT 'open',
  status_at timestamptz NOT NULL,
  status_by text,
  status_reason text,
  order_case_id uuid,
  CONSTRAINT watch_hit_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT watch_hit_key_key UNIQUE (tenant_id, key),
  CONSTRAINT watch_hit_light_known CHECK (light IN ('yellow', 'red')),
  CONSTRAINT watch_hit_status_known
    CHECK (status IN ('open', 'ordered', 'set-aside', 'resolved', 'overtaken')),
  CONSTRAINT watch_hit_red_stays
    CHECK (light <> 'red' OR status NOT IN ('resolved', 'overtaken'))
);
SELECT distribute('watch_hit', 'dist');
CREATE INDEX watch_hit_list_idx ON watch_hit (tenant_id, found_at DESC, id DESC);
CREATE INDEX watch_hit_status_idx ON watch_hit (tenant_id, status, found_at DESC, id DESC);
CREATE INDEX watch_hit_rule_idx ON watch_hit (tenant_id, rule_id, found_at DESC);
CREATE INDEX watch_hit_case_idx ON watch_hit (tenant_id, case_id);
COMMENT ON TABLE watch_hit IS '线索: what a rule found, once for each thing; each also in the journal.';
COMMENT ON COLUMN watch_hit.key IS 'Rule and subject, without the version: the same thing is one hit.';
COMMENT ON COLUMN watch_hit.evidence IS 'Events by case, number and hash as they were when it was found.';
COMMENT ON COLUMN watch_hit.facts IS 'What the condition read.';
COMMENT ON COLUMN watch_hit.is_withheld IS 'Of a sensitive or confidential letter: listed to few.';
GRANT SELECT, INSERT, UPDATE (status, status_at, status_by, status_reason, is_marked, order_case_id)
  ON watch_hit TO yichuang_app;

CREATE TABLE watch_activity (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL,
  seq int NOT NULL,
  at timestamptz NOT NULL,
  day date NOT NULL,
  person_id text NOT NULL,
  person text NOT NULL,
  org_id text NOT NULL,
  item_code text NOT NULL,
  seconds int,
  is_off_hours boolean NOT NULL,
  text text NOT NULL,
  days_behind int NOT NULL,
  is_late boolean NOT NULL,
  corrections int NOT NULL,
  CONSTRAINT watch_activity_pkey PRIMARY KEY (tenant_id, case_id, kind, seq)
);
SELECT distribute('watch_activity', 'dist');
CREATE INDEX watch_activity_day_idx ON watch_activity (tenant_id, day);
COMMENT ON TABLE watch_activity IS 'Who did what in cases, one line an act; follows from the events.';
GRANT SELECT, INSERT, DELETE ON watch_activity TO yichuang_app;

CREATE TABLE watch_progress (
  tenant_id text NOT NULL,
  day date NOT NULL,
  CONSTRAINT watch_progress_pkey PRIMARY KEY (tenant_id)
);
SELECT distribute('watch_progress', 'dist');
COMMENT ON TABLE watch_progress IS 'Up to which day, included, rules over groups were asked.';
GRANT SELECT, INSERT, UPDATE ON watch_progress TO yichuang_app;

-- orders

CREATE TABLE supervision_order (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  unit_id text NOT NULL,
  source text NOT NULL,
  rule_id text,
  opened_at timestamptz NOT NULL,
  stage text NOT NULL,
  rounds int NOT NULL,
  issued_at timestamptz,
  signed_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  was_late boolean NOT NULL,
  liability text,
  points numeric(4, 1),
  is_objected boolean NOT NULL,
  is_appealed boolean NOT NULL,
  CONSTRAINT supervision_order_pkey PRIMARY KEY (tenant_id, case_id),
  CONSTRAINT supervision_order_case_fkey
    FOREIGN KEY (tenant_id, case_id) REFERENCES cases (tenant_id, id)
);
SELECT distribute('supervision_order', 'dist');
CREATE INDEX supervision_order_opened_idx ON supervision_order (tenant_id, opened_at, case_id);
CREATE INDEX supervision_order_unit_idx ON supervision_order (tenant_id, unit_id, opened_at);
COMMENT ON TABLE supervision_order IS 'Orders 督办单 as lists and figures need them; each is a case, and follows from it.';
COMMENT ON COLUMN supervision_order.unit_id IS 'The unit supervised 被督办单位.';
COMMENT ON COLUMN supervision_order.source IS '预警 warning, 投诉 complaint, 领导批示 instruction, 抽查 spot-check, 规则 rule.';
COMMENT ON COLUMN supervision_order.stage IS 'Id of the step whose move it is; ended when none is open any more.';
COMMENT ON COLUMN supervision_order.rounds IS 'How often the unit was asked for its feedback: 1, one more with each return.';
COMMENT ON COLUMN supervision_order.was_late IS 'The unit signed or answered after a limit of the order.';
COMMENT ON COLUMN supervision_order.liability IS '责任认定: none, minor, ordinary, serious.';
COMMENT ON COLUMN supervision_order.points IS 'Deducted as things stand: after the appeal, else the objection, else as verified.';
GRANT SELECT, INSERT, UPDATE ON supervision_order TO yichuang_app;

CREATE TABLE supervision_order_case (
  tenant_id text NOT NULL,
  supervised_id uuid NOT NULL,
  case_id uuid NOT NULL,
  CONSTRAINT supervision_order_case_pkey PRIMARY KEY (tenant_id, supervised_id, case_id)
);
SELECT distribute('supervision_order_case', 'dist');
COMMENT ON TABLE supervision_order_case IS 'Which cases an order is about.';
COMMENT ON COLUMN supervision_order_case.supervised_id IS 'The case that is supervised; case_id is the order.';
GRANT SELECT, INSERT ON supervision_order_case TO yichuang_app;

CREATE TABLE supervision_order_hit (
  tenant_id text NOT NULL,
  hit_id text NOT NULL,
  case_id uuid NOT NULL,
  CONSTRAINT supervision_order_hit_pkey PRIMARY KEY (tenant_id, hit_id, case_id)
);
SELECT distribute('supervision_order_hit', 'dist');
COMMENT ON TABLE supervision_order_hit IS 'From which hits 线索 an order was written; case_id is the order.';
GRANT SELECT, INSERT ON supervision_order_hit TO yichuang_app;
