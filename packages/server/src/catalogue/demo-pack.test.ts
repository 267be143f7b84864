import { decide, type Actor, type CaseContext, type CaseState } from '@yichuang/kernel/case';
import type { Command, FiledMaterial, ItemDefinition } from '@yichuang/kernel/case';
import { isDue, type FormData } from '@yichuang/kernel/form';
import { instant } from '@yichuang/kernel/time';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadStatutes, type Statutes } from '../statutes/index.ts';
import { checkPack, evaluateCondition, loadPack, type Pack } from './index.ts';

const directory = join(import.meta.dirname, '../../../../packs/demo-county');

let pack: Pack;
let statutes: Statutes;
beforeAll(async () => {
  [pack, statutes] = await Promise.all([loadPack(directory), loadStatutes()]);
});

describe('the demo county', () => {
  test('has no problem', async () => {
    expect(await checkPack(directory)).toEqual([]);
  });

  test('is one county with 36 departments, 17 townships and 152 villages', () => {
    const count = (kind: string): number =>
      pack.organisations.filter((org) => org.kind === kind).length;
    expect([count('county'), count('department'), count('township'), count('village')]).toEqual([
      1, 36, 17, 152,
    ]);
    const villages = pack.organisations.filter((org) => org.kind === 'village');
    expect(new Set(villages.map((org) => org.shortName)).size).toBe(152);
  });

  test('is fictional: its division code is of no province, its people are long dead', () => {
    expect(pack.isFictional).toBe(true);
    expect(pack.tenant.regionCode).toMatch(/^99/);
    for (const { citizenId } of pack.people.residents) expect(citizenId).toMatch(/^.{6}190[0-4]/);
  });

  test('every post of a flow is held by somebody, the counters by two', () => {
    const holders = (post: string): number =>
      pack.people.staff.filter((person) => person.posts.includes(post)).length;
    for (const post of pack.posts) expect(holders(post.id), post.id).toBeGreaterThan(0);
    for (const post of ['zj-counter', 'sj-counter', 'wj-counter', 'cashier']) {
      expect(holders(post), post).toBe(2);
    }
  });

  test('drawings stay on paper, everything else of the four packages is small A4 JPEG', () => {
    const item = itemNamed('建筑工程施工许可');
    const packages = new Set(item.materials.map((material) => material.package));
    expect([...packages]).toEqual(['施工', '安全', '监督', '散墙']);
    for (const { id, carrier, upload } of item.materials) {
      if (id === 'drawings') expect(carrier).toBe('paper');
      else expect(upload).toMatchObject({ accept: ['image/jpeg'], maxBytes: 90 * 1024 });
    }
  });
});

function itemNamed(name: string): ItemDefinition {
  const item = pack.items.find((each) => each.name === name);
  if (item === undefined) throw new Error(`no item ${name}`);
  return item;
}

/** Everything a filing needs, from the definitions: the shortest valid values. */
const constructionForm: FormData = {
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

const licenceForm: FormData = {
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

const registrationForm: FormData = {
  tradeName: '云溪县柳浦镇小满面馆',
  proprietorName: '田淑兰',
  proprietorId: '11010119000110001X',
  composition: 'person',
  premises: '云溪县柳浦镇柳荫街3号',
  scope: '餐饮服务',
  capital: 5,
  employees: 2,
  isByAgent: false,
  contactName: '田淑兰',
  contactMobile: '19900000001',
};

/** A case that is walked by the people of the pack, in the kernel alone. */
class Walk {
  state: CaseState | undefined;
  readonly item: ItemDefinition;
  at = instant('2026-11-23T01:00:00.000Z');

  constructor(item: ItemDefinition) {
    this.item = item;
  }

  context(actor: Actor): CaseContext {
    const { calendar, rules } = statutes;
    return {
      at: this.at,
      actor,
      item: this.item,
      calendar,
      rules,
      policies: pack.policies,
      evaluate: evaluateCondition,
    };
  }

  do(actor: Actor, command: Command): this {
    const outcome = decide(this.state, command, this.context(actor));
    if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome.refusals)}`);
    this.state = outcome.state;
    return this;
  }

  /** As the first person who holds the post. */
  as(post: string, make: (taskId: string) => Command): this {
    return this.do(staffIn(post), make(this.taskOf(post)));
  }

  taskOf(post: string): string {
    const tasks = Object.values(this.state?.marking.tasks ?? {});
    const open = tasks.find((task) => task.status === 'open' && task.posts.includes(post));
    return open?.taskId ?? '';
  }

  /** What the job of the documents slice does: every ordered document gets its number. */
  issueDocuments(): this {
    for (const document of Object.values(this.state?.documents ?? {})) {
      if (document.issuedAt !== undefined) continue;
      const { documentId } = document;
      const facts = { number: `test-${documentId}`, sha256: '0'.repeat(64), bytes: 1 };
      this.do({ kind: 'system', rule: 'render' }, { type: 'RecordDocument', documentId, ...facts });
    }
    return this;
  }
}

function staffIn(post: string): Actor {
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

function file(item: ItemDefinition, form: FormData): Walk {
  const page = {
    sha256: 'a'.repeat(64),
    name: '001.jpg',
    mediaType: 'image/jpeg',
    bytes: 80_000,
    width: 800,
    height: 1131,
  };
  const materials = item.materials
    .filter((material) => material.necessity === 'required')
    .filter(({ when }) => when === undefined || isDue(when, form))
    .map((material): FiledMaterial => {
      const isOnPaper = material.carrier === 'paper';
      return { materialId: material.id, pages: isOnPaper ? [] : [page], isOnPaper };
    });
  const party = { personId: 'p1', kind: 'natural' as const, name: '欧阳晓雨' };
  return new Walk(item).do(
    { kind: 'applicant', personId: 'p1', name: '欧阳晓雨' },
    {
      type: 'ReceiveCase',
      caseId: 'c1',
      number: '2026112300001',
      applicant: party,
      contact: party,
      channel: 'online',
      form,
      materials,
    },
  );
}

function accept(walk: Walk, post: string): Walk {
  const checked = Object.keys(walk.state?.materials ?? {});
  const checks = checked.map((materialId) => ({ materialId, verdict: 'complete' as const }));
  const onPaper = walk.item.materials.filter((material) => material.carrier === 'paper');
  const paperReceived = onPaper.map((material) => material.id);
  return walk
    .as(post, (taskId) => ({ type: 'CheckMaterials', taskId, checks, paperReceived }))
    .as(post, (taskId) => ({ type: 'AcceptCase', taskId, opinion: '材料齐全' }));
}

function approve(walk: Walk, ...posts: readonly string[]): Walk {
  for (const post of posts) {
    walk.as(post, (taskId) => ({ type: 'ApproveTask', taskId, opinion: '同意' }));
  }
  return walk;
}

function serve(walk: Walk, post: string): Walk {
  const service = { method: 'counter' as const, recipient: '欧阳晓雨' };
  return walk.issueDocuments().as(post, (taskId) => ({ type: 'ServeResult', taskId, ...service }));
}

describe('the items walked in the kernel by the people of the pack', () => {
  test('construction permit: counter, four sections, two leaders, fee, certificate, served', () => {
    const walk = accept(file(itemNamed('建筑工程施工许可'), constructionForm), 'zj-counter');
    expect(walk.state?.clocks['statutory']?.result.dueOn).toBe('2026-12-02');
    expect(walk.state?.clocks['committed']?.result.dueOn).toBe('2026-11-30');
    approve(walk, 'zj-construction-head', 'zj-safety-head', 'zj-quality-head');
    expect(walk.taskOf('zj-deputy-leader')).toBe('');
    approve(walk, 'zj-materials-head', 'zj-deputy-leader', 'zj-leader', 'zj-counter');
    // 12,500.5 m² at 20 yuan, computed by the standard.
    expect(walk.state?.fee?.amountFen).toBe(25_001_000);
    expect(Object.values(walk.state?.documents ?? {}).map((d) => d.template)).not.toContain(
      'construction-permit',
    );
    walk.do(staffIn('cashier'), {
      type: 'RecordPayment',
      amountFen: 25_001_000,
      method: 'transfer',
      receiptNumber: 'T-1',
    });
    serve(walk, 'zj-counter');
    expect(walk.state).toMatchObject({ phase: 'concluded', outcome: 'granted' });
    expect(Object.values(walk.state?.documents ?? {}).map((d) => d.template)).toEqual([
      'material-receipt',
      'acceptance-notice',
      'licence-granted',
      'payment-notice',
      'construction-permit',
      'service-receipt',
    ]);
  });

  test('construction permit: affordable rental housing pays no fee and waits for none', () => {
    const form = { ...constructionForm, isAffordableRental: true };
    const walk = accept(file(itemNamed('建筑工程施工许可'), form), 'zj-counter');
    approve(walk, 'zj-construction-head', 'zj-safety-head', 'zj-quality-head');
    approve(walk, 'zj-materials-head', 'zj-deputy-leader', 'zj-leader', 'zj-counter');
    expect(walk.state?.fee?.amountFen).toBe(0);
    expect(serve(walk, 'zj-counter').state?.phase).toBe('concluded');
  });

  test('construction permit: a section against it is heard, the leader refuses, served', () => {
    const walk = accept(file(itemNamed('建筑工程施工许可'), constructionForm), 'zj-counter');
    approve(walk, 'zj-construction-head', 'zj-quality-head', 'zj-materials-head');
    const basis = [{ law: '中华人民共和国建筑法', article: '第八条' }];
    const reject = { type: 'RejectTask' as const, opinion: '安全措施不具体', basis };
    walk.as('zj-safety-head', (taskId) => ({ ...reject, taskId }));
    approve(walk, 'zj-deputy-leader');
    walk.as('zj-leader', (taskId) => ({ ...reject, taskId }));
    expect(serve(walk, 'zj-counter').state).toMatchObject({
      phase: 'concluded',
      outcome: 'denied',
    });
  });

  test('individual business: accepted, registered and served within minutes, without a fee', () => {
    const walk = accept(file(itemNamed('个体工商户设立登记'), registrationForm), 'sj-counter');
    expect(walk.state?.clocks['statutory']).toMatchObject({ ruleId: 'SC-3', amount: 3 });
    serve(approve(walk, 'sj-registrar'), 'sj-counter');
    expect(walk.state).toMatchObject({ phase: 'concluded', outcome: 'granted' });
    expect(walk.state?.fee).toBeUndefined();
  });

  test('hygiene licence: testing stops the clock, two inspectors agree, valid four years', () => {
    const walk = accept(file(itemNamed('公共场所卫生许可（新证）'), licenceForm), 'wj-counter');
    const dueOn = walk.state?.clocks['statutory']?.result.dueOn;
    const start = { kind: 'testing', expectedDays: 10, reason: '水质抽样送检' };
    walk.do(staffIn('wj-inspector-1'), { type: 'StartSpecialProcedure', ...start });
    walk.at = instant('2026-12-07T01:00:00.000Z');
    const end = { procedureId: 'p1', result: '合格' };
    walk.do(staffIn('wj-inspector-2'), { type: 'EndSpecialProcedure', ...end });
    expect(walk.state?.clocks['statutory']?.result.dueOn).not.toBe(dueOn);
    approve(walk, 'wj-inspector-1');
    expect(walk.taskOf('wj-review-head')).toBe('');
    serve(approve(walk, 'wj-inspector-2', 'wj-review-head', 'wj-leader'), 'wj-counter');
    const documents = Object.values(walk.state?.documents ?? {});
    expect(documents.find((d) => d.moment === 'certificate')).toMatchObject({
      validFrom: '2026-12-07',
      validUntil: '2030-12-06',
    });
    expect(walk.state?.outcome).toBe('granted');
  });
});
