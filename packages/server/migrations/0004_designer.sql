-- The designer: items under construction, and published versions that begin on a day.
-- A draft is not law: it may be changed and deleted. A version once published is neither.

CREATE TABLE item_draft (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  revision int NOT NULL,
  item_code text NOT NULL,
  name text NOT NULL,
  org_id text NOT NULL,
  base_version int,
  definition json NOT NULL,
  problem_count int NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT item_draft_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT item_draft_created_by_fkey FOREIGN KEY (tenant_id, created_by)
    REFERENCES person (tenant_id, id),
  CONSTRAINT item_draft_changed_by_fkey FOREIGN KEY (tenant_id, changed_by)
    REFERENCES person (tenant_id, id),
  CONSTRAINT item_draft_revision_positive CHECK (revision > 0)
);
SELECT distribute('item_draft', 'dist');
CREATE INDEX item_draft_changed_idx ON item_draft (tenant_id, changed_at, id);
CREATE INDEX item_draft_created_by_idx ON item_draft (tenant_id, created_by);
CREATE INDEX item_draft_changed_by_idx ON item_draft (tenant_id, changed_by);
COMMENT ON TABLE item_draft IS 'Items under construction; shared by all who design for the office.';
COMMENT ON COLUMN item_draft.revision IS 'Counts the saves; a save names the one it was made from.';
COMMENT ON COLUMN item_draft.org_id IS 'As the definition says; it may name no organisation yet.';
COMMENT ON COLUMN item_draft.base_version IS 'Published version it was copied from; null: a new item.';
COMMENT ON COLUMN item_draft.definition IS 'As written: json keeps the order of keys.';
GRANT SELECT, INSERT, UPDATE, DELETE ON item_draft TO yichuang_app;

ALTER TABLE item DROP CONSTRAINT item_status;
ALTER TABLE item ADD CONSTRAINT item_status
  CHECK (status IN ('planned', 'current', 'past', 'withdrawn', 'cancelled'));
ALTER TABLE item DROP CONSTRAINT item_origin;
ALTER TABLE item ADD CONSTRAINT item_origin CHECK (origin IN ('pack', 'import', 'designer'));
ALTER TABLE item ADD COLUMN published_at timestamptz;
ALTER TABLE item ADD COLUMN published_by uuid;
ALTER TABLE item ADD COLUMN note text;
ALTER TABLE item ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE item ADD COLUMN withdrawn_by uuid;
ALTER TABLE item ADD CONSTRAINT item_published_by_fkey FOREIGN KEY (tenant_id, published_by)
  REFERENCES person (tenant_id, id);
ALTER TABLE item ADD CONSTRAINT item_withdrawn_by_fkey FOREIGN KEY (tenant_id, withdrawn_by)
  REFERENCES person (tenant_id, id);
ALTER TABLE item ADD CONSTRAINT item_withdrawn CHECK (
  (status = 'withdrawn') = (withdrawn_at IS NOT NULL)
);
ALTER TABLE item ADD CONSTRAINT item_designed CHECK (
  origin <> 'designer' OR (published_at IS NOT NULL AND published_by IS NOT NULL)
);
CREATE INDEX item_published_by_idx ON item (tenant_id, published_by)
  WHERE published_by IS NOT NULL;
CREATE INDEX item_withdrawn_by_idx ON item (tenant_id, withdrawn_by)
  WHERE withdrawn_by IS NOT NULL;
-- Few rows: what is to come into force, by its day.
CREATE INDEX item_planned_idx ON item (tenant_id, valid_from) WHERE status = 'planned';
-- Who runs on a version, for those who would move them to a newer one.
CREATE INDEX cases_running_idx ON cases (tenant_id, item_code, item_version)
  WHERE outcome IS NULL;
COMMENT ON COLUMN item.status IS
  'planned: from valid_from on; withdrawn: planned and taken back before its day.';
COMMENT ON COLUMN item.origin IS
  'pack: checked with its flow; import: a row of a list; designer: published from a draft.';
COMMENT ON COLUMN item.valid_from IS 'Since when the version is in force; of a planned one, its day.';
COMMENT ON COLUMN item.published_at IS 'When it was published in the designer; null for packs.';
COMMENT ON COLUMN item.published_by IS 'Who published it in the designer.';
COMMENT ON COLUMN item.withdrawn_at IS 'When a planned version was taken back.';
COMMENT ON COLUMN item.withdrawn_by IS 'Who took it back.';
COMMENT ON COLUMN item.note IS 'What is new, in the words of who published it.';
GRANT UPDATE (withdrawn_at, withdrawn_by) ON item TO yichuang_app;
