-- What was learned from the tenant's own letters: which category, which unit. Derived; it may be
-- emptied and is learned again.

CREATE TABLE letter_model (
  tenant_id text NOT NULL,
  subject text NOT NULL,
  trained_at timestamptz NOT NULL,
  examples int NOT NULL,
  model bytea NOT NULL,
  CONSTRAINT letter_model_pkey PRIMARY KEY (tenant_id, subject),
  CONSTRAINT letter_model_subject CHECK (subject IN ('category', 'unit'))
);
SELECT distribute('letter_model', 'dist');
COMMENT ON TABLE letter_model IS 'Classifiers learned from the tenant''s own letters; no withheld one.';
COMMENT ON COLUMN letter_model.examples IS 'Letters that it was learned from.';
GRANT SELECT, INSERT, UPDATE ON letter_model TO yichuang_app;
