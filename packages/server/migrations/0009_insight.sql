-- Letters as they are found: by words, by likeness, newest first. Derived from the letters; it may
-- be emptied and filled again.

CREATE TABLE letter_index (
  tenant_id text NOT NULL,
  shelf text NOT NULL,
  case_id uuid NOT NULL,
  received_at timestamptz NOT NULL,
  sender_id uuid,
  org_id text NOT NULL,
  category text,
  is_withheld boolean NOT NULL,
  title text NOT NULL,
  plain text NOT NULL,
  grams int[] NOT NULL,
  CONSTRAINT letter_index_pkey PRIMARY KEY (tenant_id, shelf, case_id),
  CONSTRAINT letter_index_shelf CHECK (shelf IN ('office', 'public')),
  CONSTRAINT letter_index_public CHECK (shelf = 'office' OR (NOT is_withheld AND sender_id IS NULL))
);
SELECT distribute('letter_index', 'dist');
-- Text is read of every row that a search walks past, grams of none: only their index is.
ALTER TABLE letter_index ALTER COLUMN plain SET STORAGE MAIN;
ALTER TABLE letter_index ALTER COLUMN grams SET STORAGE EXTERNAL;
-- An array of a letter has a hundred elements and more; the usual sample of them costs ANALYZE
-- seconds and no plan asks for it.
ALTER TABLE letter_index ALTER COLUMN grams SET STATISTICS 10;
CREATE INDEX letter_index_newest_idx ON letter_index
  (tenant_id, shelf, received_at DESC, case_id DESC);
CREATE INDEX letter_index_org_idx ON letter_index
  (tenant_id, shelf, org_id, received_at DESC, case_id DESC);
CREATE INDEX letter_index_sender_idx ON letter_index (tenant_id, sender_id, received_at DESC)
  WHERE sender_id IS NOT NULL;
-- Without the list of pending entries: a search would read it from end to end.
CREATE INDEX letter_index_grams_idx ON letter_index USING gin (grams) WITH (fastupdate = off);
COMMENT ON TABLE letter_index IS
  'Letters as searched: shelf office holds what was written, shelf public only what was published.';
COMMENT ON COLUMN letter_index.shelf IS
  'A search never leaves its shelf: what the public types is compared with published text only.';
COMMENT ON COLUMN letter_index.plain IS 'Title and body in one spelling, cut; of public ones masked.';
COMMENT ON COLUMN letter_index.grams IS
  'Hashes of neighbouring characters, salted with tenant and shelf, so that one index serves all.';
GRANT SELECT, INSERT, UPDATE, DELETE ON letter_index TO yichuang_app;
