-- The catalogue of service items: every published version is kept, one of each code is current.
-- A version is never changed once it is there, so a running case can always be read with its own.

CREATE TABLE item (
  tenant_id text NOT NULL,
  code text NOT NULL,
  version int NOT NULL,
  name text NOT NULL,
  org_id text NOT NULL,
  task_type text NOT NULL,
  handling_mode text NOT NULL,
  is_online boolean NOT NULL,
  audiences text[] NOT NULL,
  themes text[] NOT NULL,
  definition jsonb NOT NULL,
  source jsonb NOT NULL DEFAULT '{}',
  origin text NOT NULL,
  search_terms text[] NOT NULL,
  superseded_by text,
  status text NOT NULL,
  valid_from timestamptz NOT NULL,
  CONSTRAINT item_pkey PRIMARY KEY (tenant_id, code, version),
  CONSTRAINT item_org_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES org (tenant_id, id),
  CONSTRAINT item_version_positive CHECK (version > 0),
  CONSTRAINT item_origin CHECK (origin IN ('pack', 'import')),
  CONSTRAINT item_status CHECK (status IN ('current', 'past', 'cancelled'))
);
SELECT distribute('item', 'dist');
-- One current version of a code; also the look-up by code.
CREATE UNIQUE INDEX item_current_key ON item (tenant_id, code) WHERE status = 'current';
-- The order in which people browse: what can be done online first, then by name.
CREATE INDEX item_browse_idx ON item (tenant_id, is_online DESC, name, code)
  WHERE status = 'current' AND superseded_by IS NULL;
CREATE INDEX item_org_idx ON item (tenant_id, org_id) WHERE status = 'current';
CREATE INDEX item_terms_idx ON item USING gin (search_terms) WHERE status = 'current';
CREATE INDEX item_themes_idx ON item USING gin (themes) WHERE status = 'current';
COMMENT ON TABLE item IS 'Service items 政务服务事项, every version; cases name the one they run on.';
COMMENT ON COLUMN item.code IS '实施编码 or the local code of the place it was imported from.';
COMMENT ON COLUMN item.task_type IS 'GB/T 39046-2020 table A.1, two digits: 01 行政许可, 20 公共服务.';
COMMENT ON COLUMN item.handling_mode IS 'on-the-spot 即办件, committed 承诺件, report-up 上报件, joint.';
COMMENT ON COLUMN item.is_online IS 'Can be filed here; the others are shown as guides.';
COMMENT ON COLUMN item.definition IS 'The whole ItemDefinition of packages/kernel/src/case/item.ts.';
COMMENT ON COLUMN item.source IS 'Columns of the imported list that the item itself has no room for.';
COMMENT ON COLUMN item.origin IS 'pack: checked with its flow; import: a row of a list.';
COMMENT ON COLUMN item.search_terms IS 'Words by which it is found; ranked in search-items.ts.';
COMMENT ON COLUMN item.superseded_by IS 'Code of the item that is shown in its place.';
COMMENT ON COLUMN item.valid_from IS 'Since when the version was current.';
GRANT SELECT, INSERT ON item TO yichuang_app;
-- Only what marks a version as no longer current; the definition stays as it was published.
GRANT UPDATE (status, superseded_by, search_terms) ON item TO yichuang_app;
