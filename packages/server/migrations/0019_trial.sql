-- The trial county 试运行: sandbox tenants beside the real one, and the one way to remove them.
-- What makes a tenant a trial is written once, when its row is inserted, and never again; so no
-- later statement, of the application or of the schema's owner, can make real data removable.

ALTER TABLE tenant DROP CONSTRAINT tenant_id_shape;
ALTER TABLE tenant ADD CONSTRAINT tenant_id_shape CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,47}$');
ALTER TABLE tenant ADD COLUMN trial_of text;
ALTER TABLE tenant ADD CONSTRAINT tenant_trial_shape CHECK (
  (trial_of IS NULL) = (id !~ '-trial-[0-9]+$')
  AND (trial_of IS NULL OR (is_sandbox AND id ~ ('^' || trial_of || '-trial-[0-9]+$')))
);
COMMENT ON COLUMN tenant.is_sandbox IS 'Its clock can be moved, nothing is sent. Never changes.';
COMMENT ON COLUMN tenant.trial_of IS
  'The real county whose trial this is; only such tenants can be purged. Never changes.';

CREATE FUNCTION tenant_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.id = OLD.id AND NEW.is_sandbox = OLD.is_sandbox
    AND NEW.trial_of IS NOT DISTINCT FROM OLD.trial_of THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND is_being_purged(OLD.id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'what a tenant is never changes: % of % refused', TG_OP, OLD.id
    USING ERRCODE = 'insufficient_privilege';
END $$;

-- Both must hold: purge_trial is at work on this very tenant in this transaction, and the tenant
-- was a trial from its first moment. The setting alone, which anybody can set, opens nothing.
CREATE FUNCTION is_being_purged(tenant text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT current_setting('yichuang.purging', true) = tenant
    AND EXISTS (SELECT 1 FROM public.tenant t
      WHERE t.id = is_being_purged.tenant AND t.is_sandbox AND t.trial_of IS NOT NULL)
$$;
COMMENT ON FUNCTION is_being_purged(text) IS 'Whether purge_trial is removing that trial county.';

CREATE TRIGGER tenant_fixed BEFORE UPDATE OR DELETE ON tenant
  FOR EACH ROW EXECUTE FUNCTION tenant_is_fixed();

CREATE OR REPLACE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND is_being_purged(OLD.tenant_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'event is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE OR REPLACE FUNCTION is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND is_being_purged(OLD.tenant_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$;

-- Reviews had a guard of their own that said the same; one function knows of the purge.
DROP TRIGGER service_review_append_only ON service_review;
DROP FUNCTION service_review_is_append_only();
CREATE TRIGGER service_review_append_only BEFORE UPDATE OR DELETE ON service_review
  FOR EACH ROW EXECUTE FUNCTION is_append_only();

-- Every row of one trial county, in the order that the foreign keys ask for. New tables need no
-- line here: they are found by their column tenant_id.
CREATE FUNCTION purge_trial(tenant text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  waiting oid[];
  next oid;
  removed bigint := 0;
  count bigint;
BEGIN
  PERFORM 1 FROM tenant t
    WHERE t.id = purge_trial.tenant AND t.is_sandbox AND t.trial_of IS NOT NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION '% is not a trial county', purge_trial.tenant
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('yichuang.purging', purge_trial.tenant, true);
  SELECT array_agg(c.oid) INTO waiting FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT c.relispartition AND EXISTS (SELECT 1 FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped);
  WHILE cardinality(waiting) > 0 LOOP
    SELECT w INTO next FROM unnest(waiting) w WHERE NOT EXISTS (
      SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid = w
        AND k.conrelid <> w AND k.conrelid = ANY (waiting)) LIMIT 1;
    IF next IS NULL THEN
      RAISE EXCEPTION 'foreign keys in a circle among %', waiting::regclass[];
    END IF;
    EXECUTE format('DELETE FROM %s WHERE tenant_id = $1', next::regclass) USING tenant;
    GET DIAGNOSTICS count = ROW_COUNT;
    removed := removed + count;
    waiting := array_remove(waiting, next);
  END LOOP;
  PERFORM graphile_worker.forget_tenant(tenant);
  DELETE FROM tenant t WHERE t.id = purge_trial.tenant;
  PERFORM set_config('yichuang.purging', '', true);
  RETURN removed;
END $$;
COMMENT ON FUNCTION purge_trial(text) IS
  'Removes every row of a trial county, append-only ones too; refuses every other tenant.';
REVOKE ALL ON FUNCTION purge_trial(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_trial(text) TO yichuang_app;

-- A job belongs to the workers of its tenant alone: the queue's name for it has the tenant in it,
-- and so has the key under which a later one replaces it. One door, so no caller can forget it.
CREATE OR REPLACE FUNCTION enqueue_job(
  name text, payload json, key text DEFAULT NULL, run_at timestamptz DEFAULT NULL
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  tenant text := payload ->> 'tenantId';
BEGIN
  IF tenant IS NULL THEN
    RAISE EXCEPTION 'the job % belongs to no tenant', name;
  END IF;
  PERFORM graphile_worker.enqueue_job(
    name || ':' || tenant, payload, tenant || ' ' || key, run_at);
END $$;
