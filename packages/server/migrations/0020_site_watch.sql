-- Site watch 网站监测: what the county's own pages look like from outside, measured and not typed.

CREATE TABLE site_probe (
  tenant_id text NOT NULL,
  at timestamptz NOT NULL,
  path text NOT NULL,
  status int,
  ms int NOT NULL,
  CONSTRAINT site_probe_pkey PRIMARY KEY (tenant_id, at, path)
);
SELECT distribute('site_probe', 'dist');
COMMENT ON TABLE site_probe IS 'Each time that a page was asked for by its public address.';
COMMENT ON COLUMN site_probe.status IS 'HTTP status; null where no answer came within the patience.';
GRANT SELECT, INSERT, DELETE ON site_probe TO yichuang_app;

CREATE TABLE site_finding (
  tenant_id text NOT NULL,
  kind text NOT NULL,
  place text NOT NULL,
  name text NOT NULL,
  detail text[] NOT NULL,
  since_on date NOT NULL,
  seen_on date NOT NULL,
  CONSTRAINT site_finding_pkey PRIMARY KEY (tenant_id, kind, place),
  CONSTRAINT site_finding_kind CHECK (kind IN ('dead-link', 'incomplete-guide'))
);
SELECT distribute('site_finding', 'dist');
COMMENT ON TABLE site_finding IS 'What the last look over the pages found, and since when.';
GRANT SELECT, INSERT, UPDATE, DELETE ON site_finding TO yichuang_app;

CREATE TABLE site_state (
  tenant_id text NOT NULL,
  item text NOT NULL,
  light text NOT NULL,
  since timestamptz NOT NULL,
  CONSTRAINT site_state_pkey PRIMARY KEY (tenant_id, item)
);
SELECT distribute('site_state', 'dist');
COMMENT ON TABLE site_state IS 'Light of each watched item and since when; its turns are journaled.';
GRANT SELECT, INSERT, UPDATE ON site_state TO yichuang_app;
