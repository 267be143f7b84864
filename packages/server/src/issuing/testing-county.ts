import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  decide,
  type Actor,
  type Command,
  type FiledMaterial,
  type ItemDefinition,
} from '@yichuang/kernel/case';
import { isDue, type FormData } from '@yichuang/kernel/form';
import { instant, instantMs, instantFromMs, type Instant } from '@yichuang/kernel/time';
import {
  contextOf,
  createCaseStore,
  createDirectory,
  createFormSealer,
  runCommand,
} from '../cases/index.ts';
import { evaluateCondition, loadPack, type Pack } from '../catalogue/index.ts';
import { createRenderer } from '../documents/index.ts';
import type { Db } from '../platform/db/index.ts';
import { createTestDatabase, type TestDatabase } from '../platform/db/test-database.ts';
import { createFileStore } from '../platform/files/index.ts';
import { createJobs } from '../platform/jobs/index.ts';
import { createSecrets } from '../platform/secrets/index.ts';
import { loadStatutes } from '../statutes/index.ts';
import type { IssuingDeps } from './issuing-deps.ts';
import { createOrgSeals } from './org-seals.pg.ts';
import { produceDocument } from './produce-document.ts';

const PACK = join(import.meta.dirname, '../../../../packs/demo-county');
const TENANT = 'yunxi';

/** The demo county on a database of its own, with a clock that only the test moves. */
export interface TestCounty extends AsyncDisposable {
  readonly deps: IssuingDeps;
  readonly database: TestDatabase;
  readonly pack: Pack;
  setClock(at: string): void;
  now(): Instant;
  itemNamed(name: string): ItemDefinition;
  /** Files online for a party of the given name; @returns the case's id */
  file(itemName: string, form: FormData, applicant?: string): Promise<string>;
  /** As the first person who holds the post, on the task that the post has open. */
  act(caseId: string, post: string, make: (taskId: string) => RunningCommand): Promise<void>;
  /** Checks everything and accepts. */
  accept(caseId: string, post: string): Promise<void>;
  approve(caseId: string, ...posts: readonly string[]): Promise<void>;
  /** What the jobs do: every document that is ordered and not issued. */
  produceAll(caseId: string): Promise<void>;
  /** @throws Error naming the refusals */
  run(caseId: string, actor: Actor, command: RunningCommand): Promise<void>;
  actorIn(post: string): Actor;
  readonly applicant: Actor;
}

type RunningCommand = Exclude<Command, { readonly type: 'ReceiveCase' }>;

export async function openTestCounty(startsAt = '2026-11-23T01:00:00.000Z'): Promise<TestCounty> {
  const [database, pack, statutes, directory] = await Promise.all([
    createTestDatabase(),
    loadPack(PACK),
    loadStatutes(),
    mkdtemp(join(tmpdir(), 'yichuang-issuing-')),
  ]);
  let now = instant(startsAt);
  const clock = {
    // Each look takes a millisecond, so that no two commands share their instant.
    now: () => (now = instantFromMs(instantMs(now) + 1)),
  };
  const { db } = database;
  await seed(db, pack, now);
  const secrets = createSecrets([{ id: 'k1', bytes: randomBytes(32) }]);
  const deps: IssuingDeps = {
    tenantId: TENANT,
    db,
    clock,
    jobs: createJobs({ db, queueUrl: database.urls.queue, tenantId: TENANT }),
    secrets,
    statutes,
    policies: pack.policies,
    directory: createDirectory(db, TENANT, clock),
    evaluate: evaluateCondition,
    findItem: (code) => Promise.resolve(pack.items.find((item) => item.code === code)),
    store: createCaseStore(db, TENANT),
    renderer: createRenderer({ templatesDir: join(PACK, 'templates') }),
    files: createFileStore({ directory, db, tenantId: TENANT, secrets, clock }),
    seals: createOrgSeals({
      db,
      tenantId: TENANT,
      clock,
      secrets,
      authorityName: '云溪县人民政府',
    }),
    publicUrl: 'https://zwfw.yunxi.example',
    siteName: pack.siteName,
    servicePhone: pack.servicePhone,
  };
  return countyOf(deps, database, pack, directory, (at) => (now = instant(at)));
}

function countyOf(
  deps: IssuingDeps,
  database: TestDatabase,
  pack: Pack,
  directory: string,
  setClock: (at: string) => void,
): TestCounty {
  let filed = 0;
  const county: TestCounty = {
    deps,
    database,
    pack,
    setClock,
    now: () => deps.clock.now(),
    actorIn: (post) => staffIn(pack, post),
    applicant: { kind: 'applicant', personId: personId(0), name: '欧阳晓雨' },
    itemNamed: (name) => itemNamed(pack, name),
    async file(itemName, form, applicant = '云溪县青石置业有限公司') {
      filed += 1;
      return fileCase(deps, itemNamed(pack, itemName), form, { applicant, filed });
    },
    async act(caseId, post, make) {
      const found = await deps.store.find(caseId);
      const tasks = Object.values(found?.state.marking.tasks ?? {});
      const open = tasks.find((task) => task.status === 'open' && task.posts.includes(post));
      await county.run(caseId, staffIn(pack, post), make(open?.taskId ?? ''));
    },
    async run(caseId, actor, command) {
      const outcome = await runCommand(deps, deps.store, { caseId, command, actor });
      if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome.refusals)}`);
    },
    async accept(caseId, post) {
      const found = await deps.store.find(caseId);
      const checked = Object.keys(found?.state.materials ?? {});
      const checks = checked.map((materialId) => ({ materialId, verdict: 'complete' as const }));
      const paperReceived = Object.values(found?.state.materials ?? {})
        .filter((material) => material.isOnPaper)
        .map((material) => material.materialId);
      await county.act(caseId, post, (taskId) => ({
        type: 'CheckMaterials',
        taskId,
        checks,
        paperReceived,
      }));
      const opinion = '材料齐全';
      await county.act(caseId, post, (taskId) => ({ type: 'AcceptCase', taskId, opinion }));
    },
    async approve(caseId, ...posts) {
      for (const post of posts) {
        const opinion = '同意';
        await county.act(caseId, post, (taskId) => ({ type: 'ApproveTask', taskId, opinion }));
      }
    },
    async produceAll(caseId) {
      const found = await deps.store.find(caseId);
      const ordered = Object.values(found?.state.documents ?? {});
      for (const { documentId, issuedAt } of ordered) {
        if (issuedAt === undefined) await produceDocument(deps, caseId, documentId);
      }
    },
    async [Symbol.asyncDispose]() {
      await deps.jobs.stop();
      await database.drop();
      await rm(directory, { recursive: true });
    },
  };
  return county;
}

async function seed(db: Db, pack: Pack, at: Instant): Promise<void> {
  await db.query('INSERT INTO tenant (id, name) VALUES ($1, $2)', [TENANT, pack.tenant.name]);
  for (const { id, parentId, name, kind, creditCode } of pack.organisations) {
    if (kind === 'village' || kind === 'township') continue;
    await db.query(
      `INSERT INTO org (tenant_id, id, parent_id, name, kind, credit_code)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [TENANT, id, parentId ?? null, name, kind, creditCode ?? null],
    );
  }
  for (const [i, { name }] of pack.people.residents.entries()) {
    await db.query(
      `INSERT INTO person (tenant_id, id, kind, name, created_at, changed_at)
       VALUES ($1, $2, 'natural', $3, $4, $4)`,
      [TENANT, personId(i), name, at],
    );
  }
  await seedStaff(db, pack, at);
}

/** Posts are held: what nobody could act on would go to the administrators. */
async function seedStaff(db: Db, pack: Pack, at: Instant): Promise<void> {
  const orgs = new Set((await db.query<{ id: string }>('SELECT id FROM org')).map(({ id }) => id));
  const posts = pack.posts.filter(({ orgId }) => orgs.has(orgId));
  for (const { id, orgId, name, role } of posts) {
    await db.query(
      'INSERT INTO post (tenant_id, id, org_id, name, role) VALUES ($1, $2, $3, $4, $5)',
      [TENANT, id, orgId, name, role ?? null],
    );
  }
  for (const [i, { account, name, posts: held }] of pack.people.staff.entries()) {
    const id = personId(1000 + i);
    await db.query(
      `INSERT INTO person (tenant_id, id, kind, name, created_at, changed_at)
       VALUES ($1, $2, 'natural', $3, $4, $4)`,
      [TENANT, id, name, at],
    );
    await db.query(
      `INSERT INTO account (tenant_id, id, person_id, login_name, password_hash, created_at)
       VALUES ($1, $2, $2, $3, '', $4)`,
      [TENANT, id, account, at],
    );
    for (const post of held.filter((each) => posts.some((known) => known.id === each))) {
      await db.query(
        `INSERT INTO post_holder (tenant_id, account_id, post_id, from_on)
         VALUES ($1, $2, $3, '2020-01-01')`,
        [TENANT, id, post],
      );
    }
  }
}

function personId(i: number): string {
  return `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
}

async function fileCase(
  deps: IssuingDeps,
  item: ItemDefinition,
  form: FormData,
  { applicant, filed }: { readonly applicant: string; readonly filed: number },
): Promise<string> {
  const caseId = randomUUID();
  const contact = { personId: personId(0), kind: 'natural' as const, name: '欧阳晓雨' };
  const isOwn = applicant === contact.name;
  const actor: Actor = { kind: 'applicant', personId: contact.personId, name: contact.name };
  const context = contextOf(deps, actor, item);
  if (item.form === undefined) throw new Error(`${item.name} has no form`);
  const outcome = decide(
    undefined,
    {
      type: 'ReceiveCase',
      caseId,
      number: `20261123${String(filed).padStart(5, '0')}`,
      applicant: isOwn ? contact : { personId: personId(1), kind: 'legal', name: applicant },
      contact,
      channel: 'online',
      form: createFormSealer(deps.secrets, deps.tenantId).seal(item.form, form),
      materials: filedMaterials(item, form),
    },
    context,
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  await deps.store.write({
    caseId,
    before: undefined,
    after: outcome.state,
    events: outcome.events,
    headHash: null,
    passwordHash: '',
    context,
    act: 'ReceiveCase',
    stepName: '',
    personId: contact.personId,
  });
  return caseId;
}

/** Everything that is required, one page each; drawings on paper. */
export function filedMaterials(item: ItemDefinition, form: FormData): FiledMaterial[] {
  const page = {
    sha256: 'a'.repeat(64),
    name: '001.jpg',
    mediaType: 'image/jpeg',
    bytes: 80_000,
    width: 800,
    height: 1131,
  };
  return item.materials
    .filter((material) => material.necessity === 'required')
    .filter(({ when }) => when === undefined || isDue(when, form))
    .map((material) => {
      const isOnPaper = material.carrier === 'paper';
      return { materialId: material.id, pages: isOnPaper ? [] : [page], isOnPaper };
    });
}

function itemNamed(pack: Pack, name: string): ItemDefinition {
  const item = pack.items.find((each) => each.name === name);
  if (item === undefined) throw new Error(`no item ${name}`);
  return item;
}

function staffIn(pack: Pack, post: string): Actor {
  const person = pack.people.staff.find((each) => each.posts.includes(post));
  if (person === undefined) throw new Error(`nobody holds ${post}`);
  const held = pack.posts.filter((each) => person.posts.includes(each.id));
  return {
    kind: 'staff',
    personId: person.account,
    name: person.name,
    posts: person.posts,
    orgId: held[0]?.orgId ?? '',
    capabilities: held.flatMap((each) => each.capabilities),
  };
}

/** Of a middling construction site; longest names where a test asks for them. */
export const constructionForm: FormData = {
  builder: '云溪县青石置业有限公司',
  builderCode: '91370881YYYY001510',
  legalRepresentative: '罗建国',
  contactName: '欧阳晓雨',
  contactMobile: '19900000003',
  projectName: '云溪县青石家园一期',
  projectAddress: '云溪县碧云街道青石路8号',
  buildingArea: 12_500.5,
  structure: 'frame',
  isAffordableRental: false,
  contractPrice: 3200,
  contractStartOn: '2026-12-01',
  contractEndOn: '2027-12-31',
  surveyor: '云溪勘测院有限公司',
  surveyorLead: '路远',
  designer: '云溪建筑设计院',
  designerLead: '华彩',
  contractor: '云溪建工有限公司',
  contractorLead: '石坚',
  isSupervisionRequired: false,
};

export const registrationForm: FormData = {
  tradeName: '云溪县柳浦镇小满面馆',
  proprietorName: '欧阳晓雨',
  proprietorId: '11010119000110001X',
  composition: 'person',
  premises: '云溪县柳浦镇柳荫街3号',
  scope: '餐饮服务',
  capital: 5,
  employees: 2,
  isByAgent: false,
  contactName: '欧阳晓雨',
  contactMobile: '19900000001',
};

export const hygieneForm: FormData = {
  unitName: '云溪县望溪宾馆有限公司',
  unitCode: '91370881YYYY001510',
  responsible: '沈一鸣',
  contactName: '沈一鸣',
  contactMobile: '19900000004',
  premises: '云溪县望溪街道溪岸路2号',
  placeKind: 'lodging',
  activities: '住宿',
  area: 1200,
  hasCentralAir: false,
  employees: 12,
};

/** 建筑工程施工许可 from its filing to the permit, not served yet. @returns the case's id */
export async function walkToPermit(county: TestCounty, form = constructionForm): Promise<string> {
  const builder = form['builder'];
  const applicant = typeof builder === 'string' ? builder : undefined;
  const caseId = await county.file('建筑工程施工许可', form, applicant);
  await county.produceAll(caseId);
  await county.accept(caseId, 'zj-counter');
  await county.approve(caseId, 'zj-construction-head', 'zj-safety-head', 'zj-quality-head');
  await county.approve(caseId, 'zj-materials-head', 'zj-deputy-leader', 'zj-leader', 'zj-counter');
  const found = await county.deps.store.find(caseId);
  await county.act(caseId, 'cashier', () => ({
    type: 'RecordPayment',
    amountFen: found?.state.fee?.amountFen ?? 0,
    method: 'transfer',
    receiptNumber: 'T-1',
  }));
  await county.produceAll(caseId);
  return caseId;
}
