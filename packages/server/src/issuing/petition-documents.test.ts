import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  decide,
  type Actor,
  type CaseContext,
  type CaseState,
  type Command,
  type ItemDefinition,
  type Recorded,
} from '@yichuang/kernel/case';
import { instant, plainDate } from '@yichuang/kernel/time';
import { describe, expect, test } from 'vitest';
import { asItemDefinition, evaluateCondition, type ItemFile } from '../catalogue/index.ts';
import { checkTemplateData, readTemplateManifest } from '../documents/index.ts';
import { loadStatutes } from '../statutes/index.ts';
import { documentData } from './document-data.ts';
import type { DocumentFacts, ReviewedAnswer } from './document-facts.ts';

const packs = join(import.meta.dirname, '../../../../packs');
const statutes = await loadStatutes();
const manifest = await readTemplateManifest(join(packs, 'demo-county/templates'), [
  join(packs, 'petition/templates'),
  join(packs, 'inquiry/templates'),
]);

function itemOf(path: string): ItemDefinition {
  const file: unknown = JSON.parse(readFileSync(join(packs, path), 'utf8'));
  return asItemDefinition(file as ItemFile, 'yunxi');
}

/** Every post, of every unit: the tests are about documents, not about rights. */
const clerk: Actor = {
  kind: 'staff',
  personId: 'clerk',
  name: '江一鸣',
  posts: ['office', 'unit', 'above'],
  orgId: 'yunxi/xfj',
  capabilities: ['letters-office', 'special-letters', 'extend-limit'],
};
const sender: Actor = { kind: 'applicant', personId: 'wang', name: '王小雨' };
const party = { personId: 'wang', kind: 'natural', name: '王小雨' } as const;
const at = (day: number) => instant(`2026-03-${String(day).padStart(2, '0')}T02:00:00.000Z`);

interface Told {
  readonly item: ItemDefinition;
  state?: CaseState;
  events: Recorded[];
}

function tell(told: Told, day: number, command: Command, by: Actor = clerk): void {
  const context: CaseContext = {
    at: at(day),
    actor: by,
    item: told.item,
    calendar: statutes.calendar,
    rules: statutes.rules,
    policies: { filingDay: 'A' },
    evaluate: evaluateCondition,
    postOf: (_role, orgId) => (orgId === 'yunxi/zjj' ? 'unit' : 'office'),
  };
  const outcome = decide(told.state, command, context);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  told.state = outcome.state;
  told.events = [...told.events, ...outcome.events];
}

function begun(path: string): Told {
  const told: Told = { item: itemOf(path), events: [] };
  const form = { title: '电梯停运', body: '电梯停了三个月。\n老人下不了楼。', wish: '尽快修好' };
  const command: Command = {
    type: 'ReceiveCase',
    caseId: 'c1',
    number: '20260302000001',
    applicant: party,
    contact: party,
    channel: 'online',
    form,
    materials: [],
  };
  tell(told, 2, command, sender);
  return told;
}

function openTask({ state }: Told): string {
  const open = Object.values(state?.marking.tasks ?? {}).find(({ status }) => status === 'open');
  return open?.taskId ?? '';
}

/** What is wrong with the data of each document that the case has ordered, by moment. */
function problemsOf(told: Told, more: Partial<DocumentFacts> = {}): Record<string, string[]> {
  const { state } = told;
  if (state === undefined) throw new Error('nothing was told');
  const names: DocumentFacts['names'] = {
    issuer: '云溪县住房和城乡建设局',
    government: '云溪县人民政府',
    above: '云溪县人民政府',
    orgs: new Map([['yunxi/zjj', '云溪县住房和城乡建设局']]),
    officeOfPost: new Map([['office', '云溪县信访局']]),
    site: '一窗',
    servicePhone: '0700-12345',
    templates: new Map(),
    printed: new Map(),
  };
  return Object.fromEntries(
    Object.values(state.documents).map((document) => {
      const data = documentData({
        document,
        state,
        events: told.events,
        item: told.item,
        names,
        rules: statutes.rules,
        number: '云信〔2026〕1号',
        checkUrl: 'https://zwfw.yunxi.example/c/1',
        publicUrl: 'https://zwfw.yunxi.example',
        filingHash: 'hash',
        isSealed: false,
        open: (sealed) => sealed,
        ...more,
      });
      const problems = checkTemplateData(manifest, document.template, data);
      return [document.moment, problems.map(({ path, code }) => `${path} ${code}`)] as const;
    }),
  );
}

const referral = { toOrg: 'yunxi/zjj', manner: 'transfer', note: '请依法办理' } as const;
const assignment = {
  ...referral,
  manner: 'assign',
  reportBy: plainDate('2026-03-30'),
} as const;
const answer = {
  thanks: '感谢来信。',
  result: '电梯已于三月五日修复。',
  facts: '经查，曳引机损坏。',
  basis: [{ law: '中华人民共和国特种设备安全法', article: '第三十四条' }],
  officerName: '江一鸣',
  officerPhone: '0700-8801111',
};
const petition = 'petition/items/xf-petition.json';

function refer(told: Told, day: number): void {
  tell(told, day, { type: 'ReferCase', taskId: openTask(told), ...referral });
}
function accept(told: Told, day: number): void {
  tell(told, day, { type: 'AcceptCase', taskId: openTask(told), opinion: '' });
}
function draft(told: Told, day: number, outcome: 'supported' | 'mediated' | 'changed'): void {
  const taskId = openTask(told);
  tell(told, day, { type: 'DraftAnswer', taskId, answer: { ...answer, outcome }, findings: [] });
}
function approve(told: Told, day: number): void {
  tell(told, day, { type: 'ApproveTask', taskId: openTask(told), opinion: '' });
}

describe('documents of a petition have what their templates ask for', () => {
  test('from the transfer to the opinion', () => {
    const told = begun(petition);
    refer(told, 3);
    accept(told, 4);
    tell(told, 9, { type: 'SuperviseCase', ground: '未走访。', demand: '请走访。' });
    tell(told, 10, { type: 'ExtendLimit', days: 10, reason: '需要检测' });
    draft(told, 11, 'supported');
    approve(told, 12);
    expect(problemsOf(told)).toEqual({
      referred: [],
      accepted: [],
      supervised: [],
      extended: [],
      answered: [],
    });
  });

  test('an assignment, an objection, a refusal with where to turn instead', () => {
    const told = begun(petition);
    tell(told, 3, { type: 'ReferCase', taskId: openTask(told), ...assignment });
    tell(told, 4, { type: 'ObjectToReferral', taskId: openTask(told), reason: '属水利部门职责。' });
    tell(told, 5, {
      type: 'RefuseAcceptance',
      taskId: openTask(told),
      ground: 'other-procedure',
      reason: '已由人民法院受理。',
      basis: { law: '信访工作条例', article: '第三十一条' },
      goTo: '向云溪县人民法院查询审理进展。',
    });
    expect(problemsOf(told)).toEqual({
      assigned: [],
      objected: [],
      'acceptance-refused': [],
    });
  });

  test('accepted by the office and then passed on: there is no limit of notice to name', () => {
    const told = begun(petition);
    const taskId = openTask(told);
    tell(told, 3, { type: 'AcceptCase', taskId, opinion: '', referral });
    expect(problemsOf(told)).toEqual({ accepted: [], referred: [] });
  });

  test('an agreement', () => {
    const told = begun(petition);
    refer(told, 3);
    accept(told, 4);
    tell(told, 5, {
      type: 'RecordMediation',
      taskId: openTask(told),
      kind: 'mediation',
      heldOn: plainDate('2026-03-05'),
      text: '物业公司三月十日前修复。',
    });
    draft(told, 6, 'mediated');
    approve(told, 9);
    expect(problemsOf(told)).toEqual({ referred: [], accepted: [], mediated: [] });
  });

  test('a last review, with its hearing and the opinion that it is about', () => {
    const told = begun('petition/items/xf-recheck.json');
    accept(told, 3);
    tell(told, 4, {
      type: 'StartSpecialProcedure',
      kind: 'hearing',
      expectedDays: 5,
      reason: '事实有争议。',
    });
    tell(told, 9, { type: 'EndSpecialProcedure', procedureId: 'p1', result: '维修责任在物业。' });
    draft(told, 10, 'changed');
    approve(told, 11);
    const original: ReviewedAnswer = {
      body: '云溪县人民政府',
      number: '云政复查〔2026〕1号',
      answer: {
        ...answer,
        findings: [],
        round: 1,
        answeredAt: at(2),
        answeredOn: plainDate('2026-03-01'),
      },
    };
    expect(problemsOf(told, { original })).toEqual({ 'special-procedure': [], answered: [] });
  });

  test('a review names the body of the next one', () => {
    const told = begun('petition/items/xf-review.json');
    accept(told, 3);
    draft(told, 10, 'changed');
    approve(told, 11);
    const original: ReviewedAnswer = {
      body: '云溪县住房和城乡建设局',
      answer: {
        ...answer,
        findings: [],
        round: 1,
        answeredAt: at(2),
        answeredOn: plainDate('2026-03-01'),
      },
    };
    expect(problemsOf(told, { original })).toEqual({ answered: [] });
  });

  test('a plain answer to a question', () => {
    const told = begun('inquiry/items/wz-consult.json');
    const taskId = openTask(told);
    tell(told, 3, { type: 'AcceptCase', taskId, opinion: '', referral });
    draft(told, 4, 'supported');
    approve(told, 5);
    approve(told, 6);
    expect(problemsOf(told)).toEqual({ answered: [] });
  });
});
