-- Lists: what people follow, drafts of approvals within the offices, each case once among the done.

CREATE TABLE follow (
  tenant_id text NOT NULL,
  person_id uuid NOT NULL,
  case_id uuid NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT follow_pkey PRIMARY KEY (tenant_id, person_id, case_id),
  CONSTRAINT follow_case_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases (tenant_id, id)
);
SELECT distribute('follow', 'dist');
CREATE INDEX follow_at_idx ON follow (tenant_id, person_id, at DESC, case_id);
COMMENT ON TABLE follow IS 'Cases that a member of staff keeps an eye on 关注; gives no right.';
GRANT SELECT, INSERT, DELETE ON follow TO yichuang_app;

CREATE TABLE office_draft (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  item_code text NOT NULL,
  item_version int NOT NULL,
  form jsonb NOT NULL,
  materials jsonb NOT NULL DEFAULT '[]',
  saved_at timestamptz NOT NULL,
  CONSTRAINT office_draft_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT office_draft_person_fkey FOREIGN KEY (tenant_id, person_id)
    REFERENCES person (tenant_id, id)
);
SELECT distribute('office_draft', 'dist');
CREATE INDEX office_draft_person_idx ON office_draft (tenant_id, person_id, saved_at DESC, id);
COMMENT ON TABLE office_draft IS 'Approvals within the offices before they are started; removed then.';
COMMENT ON COLUMN office_draft.form IS 'Sensitive fields sealed, as in events.';
GRANT SELECT, INSERT, UPDATE, DELETE ON office_draft TO yichuang_app;

-- Finds the later act of the same person on the same case: done lists show each case once.
CREATE INDEX done_task_case_idx ON done_task (tenant_id, person_id, case_id, at, seq);

ALTER TABLE item ADD COLUMN is_internal boolean NOT NULL
  GENERATED ALWAYS AS (coalesce(definition ->> 'lifecycle', '') = 'internal') STORED;
COMMENT ON COLUMN item.is_internal IS 'An approval within the offices: never shown to the public.';
CREATE INDEX item_internal_idx ON item (tenant_id, code) WHERE is_internal AND status = 'current';

-- From now on a person's key is that of a member of staff who has the case. Parties outside keep
-- one of their own: who is both reads their own licence as its applicant, without the opinions.
UPDATE case_reader SET reader = 'applicant:' || substr(reader, 8) WHERE reader LIKE 'person:%';
COMMENT ON TABLE case_reader IS
  'Who may see a case: org:<id>, post:<id> or person:<id> at work on it; applicant:<id> its parties.';
