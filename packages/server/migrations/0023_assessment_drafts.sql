-- Assessment schemes are written by one and put in force by another, from a day on; what was
-- published is guarded by a trigger as well as by privilege.

ALTER TABLE assessment_scheme
  ADD COLUMN holds_from date NOT NULL DEFAULT '1970-01-01',
  ADD COLUMN written_by text NOT NULL DEFAULT '';
ALTER TABLE assessment_scheme
  ALTER COLUMN holds_from DROP DEFAULT,
  ALTER COLUMN written_by DROP DEFAULT;
COMMENT ON COLUMN assessment_scheme.holds_from IS
  'Periods that begin on or after that day are assessed by it; an older version holds for those before.';
COMMENT ON COLUMN assessment_scheme.written_by IS 'Who wrote it; made_by put it in force.';
CREATE TRIGGER assessment_scheme_append_only BEFORE UPDATE OR DELETE ON assessment_scheme
  FOR EACH ROW EXECUTE FUNCTION is_append_only();
CREATE TRIGGER assessment_append_only BEFORE UPDATE OR DELETE ON assessment
  FOR EACH ROW EXECUTE FUNCTION is_append_only();
CREATE TRIGGER assessment_note_append_only BEFORE UPDATE OR DELETE ON assessment_note
  FOR EACH ROW EXECUTE FUNCTION is_append_only();

CREATE TABLE assessment_draft (
  tenant_id text NOT NULL,
  scheme jsonb NOT NULL,
  author_id text NOT NULL,
  author_name text NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT assessment_draft_pkey PRIMARY KEY (tenant_id)
);
SELECT distribute('assessment_draft', 'dist');
COMMENT ON TABLE assessment_draft IS 'The next assessment scheme while it is written; one at a time.';
GRANT SELECT, INSERT, UPDATE, DELETE ON assessment_draft TO yichuang_app;
