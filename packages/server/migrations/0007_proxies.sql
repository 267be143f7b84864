-- Proxies 代理: somebody acts for somebody else, for a time and a scope. Never removed: what was
-- decided under a proxy refers to it. Tasks that one person holds are listed for that person.

CREATE TABLE proxy (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  principal_id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  item_codes text[],
  includes_current boolean NOT NULL,
  reason text NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by uuid,
  CONSTRAINT proxy_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT proxy_principal_fkey FOREIGN KEY (tenant_id, principal_id)
    REFERENCES person (tenant_id, id),
  CONSTRAINT proxy_deputy_fkey FOREIGN KEY (tenant_id, deputy_id)
    REFERENCES person (tenant_id, id),
  CONSTRAINT proxy_set_by_fkey FOREIGN KEY (tenant_id, set_by) REFERENCES person (tenant_id, id),
  CONSTRAINT proxy_others CHECK (principal_id <> deputy_id),
  CONSTRAINT proxy_span CHECK (until_at > from_at)
);
SELECT distribute('proxy', 'dist');
CREATE INDEX proxy_until_idx ON proxy (tenant_id, until_at) WHERE ended_at IS NULL;
COMMENT ON TABLE proxy IS 'Who acts for whom, from when until when; ended, never deleted.';
COMMENT ON COLUMN proxy.item_codes IS 'Items that the proxy is for; null: all.';
COMMENT ON COLUMN proxy.includes_current IS 'false: only tasks that open from from_at on.';
COMMENT ON COLUMN proxy.set_by IS 'The principal, a secretary or an administrator.';
GRANT SELECT, INSERT, UPDATE ON proxy TO yichuang_app;

ALTER TABLE open_task ADD COLUMN is_read boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN open_task.post_id IS
  'A post, capability:<name> for whoever has it, or person:<id> for who holds it alone.';
