/** The versions of an item: what was, is and will be in force. */
import type { DesignVersions } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import { listVersions, withdrawVersion } from '../catalogue/index.ts';
import type { DesignDeps } from './design-deps.ts';
import { mayDesignFor, type Designer } from './designer.ts';
import { refuseDesign, type DesignOutcome } from './refusals.ts';

export async function itemVersions(
  deps: DesignDeps,
  code: string,
): Promise<DesignOutcome<DesignVersions>> {
  const versions = await listVersions(deps.db, deps.tenantId, code);
  const [newest] = versions;
  if (newest === undefined) return refuseDesign('design-item-unknown', { code });
  const named = (await deps.findItem(code)) ?? (await deps.findItem(code, newest.version));
  return {
    ok: true,
    value: {
      code,
      name: named?.name ?? code,
      versions: versions.map(({ validFrom, ...version }) => ({
        ...version,
        from: civilDate(validFrom),
      })),
    },
  };
}

/** Takes back what has not begun; from its day on it is like every other version. */
export async function withdrawPlanned(
  deps: DesignDeps,
  designer: Designer,
  code: string,
  version: number,
): Promise<DesignOutcome<undefined>> {
  const item = await deps.findItem(code, version);
  if (item === undefined) return refuseDesign('design-version-unknown', { code, version });
  if (!mayDesignFor(designer, item.orgId)) return refuseDesign('design-outside-scope');
  const by = { personId: designer.personId, at: deps.clock.now() };
  const isWithdrawn = await withdrawVersion(deps.db, deps.tenantId, { code, version }, by);
  return isWithdrawn
    ? { ok: true, value: undefined }
    : refuseDesign('design-not-planned', { version });
}
