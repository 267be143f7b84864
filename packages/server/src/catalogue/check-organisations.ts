import {
  parseCitizenId,
  parseCreditCode,
  parseMobile,
  parseRegionCode,
} from '@yichuang/kernel/ids';
import type { IdResult } from '@yichuang/kernel/ids';
import { plainDate } from '@yichuang/kernel/time';
import type { PackFile, PackOrganisation, PackPeople, PackPost } from './pack-schemas.ts';
import type { PackJson, Report } from './read-pack.ts';

/** Says every id that is there a second time; returns all of them. */
export function uniqueIds(
  rows: readonly { readonly id: string }[],
  report: Report,
  pointer = '',
): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [i, { id }] of rows.entries()) {
    if (seen.has(id)) report(`${pointer}/${i}/id`, 'id-used-twice', { id });
    seen.add(id);
  }
  return seen;
}

function checkNumber(
  result: IdResult<object>,
  value: string,
  pointer: string,
  report: Report,
): void {
  if (result.ok) return;
  report(pointer, 'number-invalid', { value, problem: result.problem });
}

/** The tree is written parents first, so that it can be stored in one pass. */
export function checkOrganisations(
  { value: orgs, report }: PackJson<PackOrganisation[]>,
  pack: PackFile,
): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [i, org] of orgs.entries()) {
    if (seen.has(org.id)) report(`/${i}/id`, 'id-used-twice', { id: org.id });
    const { parentId, regionCode, creditCode, kind } = org;
    const isRoot = i === 0 || kind === 'superior';
    if (parentId === undefined ? !isRoot : !seen.has(parentId)) {
      const exists = orgs.some((other) => other.id === parentId);
      const code = exists ? 'organisation-order' : 'unknown-organisation';
      report(`/${i}/parentId`, code, { id: parentId ?? '' });
    }
    if (regionCode !== undefined) {
      checkNumber(parseRegionCode(regionCode), regionCode, `/${i}/regionCode`, report);
      if (!regionCode.startsWith(pack.tenant.regionCode)) {
        const params = { value: regionCode, county: pack.tenant.regionCode };
        report(`/${i}/regionCode`, 'outside-the-county', params);
      }
    }
    if (creditCode !== undefined)
      checkNumber(parseCreditCode(creditCode), creditCode, `/${i}/creditCode`, report);
    seen.add(org.id);
  }
  return seen;
}

export function checkPosts(
  { value: posts, report }: PackJson<PackPost[]>,
  orgIds: ReadonlySet<string>,
): ReadonlySet<string> {
  const roles = new Set<string>();
  for (const [i, { orgId, role }] of posts.entries()) {
    if (!orgIds.has(orgId)) report(`/${i}/orgId`, 'unknown-organisation', { id: orgId });
    if (role === undefined) continue;
    // Two heads in one unit: nobody could say which of them a flow means.
    if (roles.has(`${role} ${orgId}`)) report(`/${i}/role`, 'role-used-twice', { role, orgId });
    roles.add(`${role} ${orgId}`);
  }
  return uniqueIds(posts, report);
}

export function checkPeople(
  { value: people, report }: PackJson<PackPeople>,
  postIds: ReadonlySet<string>,
): void {
  // Demo people are as old as can be, so no real day bounds their birth; this one is fixed.
  const today = plainDate('2026-01-01');
  uniqueIds(
    people.staff.map(({ account }) => ({ id: account })),
    report,
    '/staff',
  );
  const residents = uniqueIds(people.residents, report, '/residents');
  uniqueIds(people.enterprises, report, '/enterprises');
  for (const [i, { phone, posts }] of people.staff.entries()) {
    checkNumber(parseMobile(phone), phone, `/staff/${i}/phone`, report);
    for (const [j, id] of posts.entries()) {
      if (!postIds.has(id)) report(`/staff/${i}/posts/${j}`, 'unknown-post', { id });
    }
  }
  for (const [i, { phone, citizenId }] of people.residents.entries()) {
    checkNumber(parseMobile(phone), phone, `/residents/${i}/phone`, report);
    const parsed = parseCitizenId(citizenId, today);
    checkNumber(parsed, citizenId, `/residents/${i}/citizenId`, report);
  }
  for (const [i, { creditCode, agents }] of people.enterprises.entries()) {
    checkNumber(parseCreditCode(creditCode), creditCode, `/enterprises/${i}/creditCode`, report);
    for (const [j, id] of agents.entries()) {
      if (!residents.has(id)) report(`/enterprises/${i}/agents/${j}`, 'unknown-resident', { id });
    }
  }
}
