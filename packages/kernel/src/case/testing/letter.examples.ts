/** A petition and a question, their units and days. Read by tests only. */
import type { FlowDefinition } from '../../flow/index.ts';
import { plainDate } from '../../time/index.ts';
import type {
  Actor,
  CommandOf,
  ItemDefinition,
  LetterAnswer,
  LetterDefinition,
  LetterFiling,
  Referral,
} from '../index.ts';
import { on, permit, sequence, staff, step, wang, wangAsParty } from './case.examples.ts';
import { Story, type Act } from './specification.examples.ts';

/** The office, two units with one below the first, and who works there. */
export const office = staff('Office', ['letters'], ['letters-office', 'enter-letters']);
export const special = staff('Special', ['letters'], ['special-letters']);
export const housing = staff('Housing', ['zjj.reception', 'zjj.handler']);
export const housingHead = staff('Head', ['zjj.head'], ['extend-limit']);
export const station = staff('Station', ['zjj/station.reception', 'zjj/station.handler']);
export const water = staff('Water', ['slj.reception', 'slj.handler', 'slj.head']);
export const supervisor = staff('Supervisor', [], ['supervise']);

const ROLES: Readonly<Record<string, readonly string[]>> = {
  zjj: ['reception', 'handler', 'head'],
  'zjj/station': ['reception', 'handler', 'head'],
  slj: ['reception', 'handler', 'head'],
  xfj: ['reception', 'handler', 'head'],
};

export function postOf(role: string, orgId: string): string | undefined {
  return ROLES[orgId]?.includes(role) === true ? `${orgId}.${role}` : undefined;
}

export const letterFlow: FlowDefinition = {
  main: sequence(
    'main',
    step('register', 'intake', { posts: ['letters'] }),
    step('reception', 'intake', { posts: ['@reception:unit'] }),
    step('answer', 'task', { posts: ['@handler:unit'] }),
    step('check', 'decision', { posts: ['@head:unit'] }),
    step('delivery', 'delivery', { posts: ['@handler:unit'] }),
  ),
};

const asked: LetterDefinition = {
  kind: 'petition',
  registration: { ruleId: 'XF-DJ-15', amount: 15 },
  acceptance: { ruleId: 'XF-GZ-15', amount: 15 },
  acceptanceFrom: 'referral',
  objection: { ruleId: 'XF-YY-5', amount: 5 },
  simple: {
    acceptance: { ruleId: 'XF-JY-SL3', amount: 3 },
    result: { ruleId: 'XF-JY-BJ10', amount: 10 },
  },
  review: { itemCode: 'review', ruleId: 'XF-FCSQ-30' },
  answerStep: 'answer',
  mostFollowUps: 2,
  followUp: { ruleId: 'WZ-7', amount: 7 },
  rectification: { ruleId: 'WZ-15', amount: 15 },
  results: ['supported', 'explained', 'not-supported', 'mediated'],
};

const {
  certificate: _certificate,
  committedLimit: _committed,
  correctionDays: _days,
  ...licence
} = permit;

export const petition: ItemDefinition = {
  ...licence,
  code: 'petition',
  name: 'Petition',
  lifecycle: 'letter',
  orgId: 'xfj',
  statutoryLimit: { ruleId: 'XF-BJ-60', amount: 60 },
  correctionRule: '',
  serviceRule: '',
  materials: [],
  fees: [],
  specialProcedures: [],
  form: {
    sections: [
      { id: 's', title: 'Letter', fields: ['title', 'body', 'accusedOrg', 'accusedName'] },
    ],
    schema: {
      type: 'object',
      properties: {
        title: { type: 'string', title: 'Title' },
        body: { type: 'string', title: 'Body' },
        accusedOrg: { type: 'string', title: 'Unit complained of' },
        accusedName: { type: 'string', title: 'Person complained of' },
        wantsPublic: { type: 'string', title: 'Public' },
      },
      required: ['title', 'body'],
    },
  },
  flow: letterFlow,
  documents: {
    accepted: 'notice',
    'acceptance-refused': 'refusal',
    referred: 'transfer',
    assigned: 'assignment',
    objected: 'objection',
    answered: 'opinion',
    mediated: 'agreement',
    supervised: 'supervision',
    extended: 'extension',
    served: 'service',
  },
  letter: asked,
};

/** A question: no results to choose from, no review, a public answer. */
const {
  simple: _simple,
  review: _review,
  results: _results,
  objection: _objection,
  ...plain
} = asked;
export const question: ItemDefinition = {
  ...petition,
  code: 'inquiry',
  statutoryLimit: { ruleId: 'WZ-15', amount: 15 },
  documents: {},
  letter: { ...plain, kind: 'consult', acceptance: { ruleId: 'XF-JY-SL3', amount: 3 } },
};

export const writing = (
  form: CommandOf<'ReceiveCase'>['form'] = {},
  letter?: LetterFiling,
): CommandOf<'ReceiveCase'> => ({
  type: 'ReceiveCase',
  caseId: 'c1',
  number: 'L-1',
  applicant: wangAsParty,
  contact: wangAsParty,
  channel: 'online',
  form: { title: 'Lift', body: 'It stands still.', ...form },
  materials: [],
  ...(letter === undefined ? {} : { letter }),
});

/** Monday 2 March 2026, and days after it. */
export const day = (n: number, time?: string) => on(`2026-03-${String(n).padStart(2, '0')}`, time);

export const to = (toOrg: string, more: Partial<Referral> = {}): Referral => ({
  toOrg,
  manner: 'transfer',
  note: 'please deal with it',
  ...more,
});
export const reportBy = plainDate('2026-03-20');

export const reply: LetterAnswer = {
  thanks: 'Thank you.',
  result: 'The lift was repaired on Monday.',
  facts: 'The motor had failed.',
  basis: [{ law: '特种设备安全法', article: '第三十四条' }],
  outcome: 'supported',
  officerName: 'Housing',
  officerPhone: '12345',
};

export const answering = (
  taskId: string,
  answer: LetterAnswer = reply,
  findings: CommandOf<'DraftAnswer'>['findings'] = [],
): CommandOf<'DraftAnswer'> => ({ type: 'DraftAnswer', taskId, answer, findings });

export const refer = (taskId: string, referral: Referral = to('zjj')): CommandOf<'ReferCase'> => ({
  type: 'ReferCase',
  taskId,
  ...referral,
});
export const accept = (taskId: string, referral?: Referral): CommandOf<'AcceptCase'> => ({
  type: 'AcceptCase',
  taskId,
  opinion: '',
  ...(referral === undefined ? {} : { referral }),
});
export const serve = (taskId: string): CommandOf<'ServeResult'> => ({
  type: 'ServeResult',
  taskId,
  method: 'electronic',
  recipient: 'Wang',
});
export const consent = (taskId: string, opinion = ''): CommandOf<'ApproveTask'> => ({
  type: 'ApproveTask',
  taskId,
  opinion,
});

export function written(
  item: ItemDefinition = petition,
  form = {},
  by: Actor = wang,
  letter?: LetterFiling,
): Story {
  return new Story(item, []).within({ postOf }).and([writing(form, letter), by, day(2)]);
}

/** As far as each word says, at the housing bureau, without its documents made. */
export const referred = (item?: ItemDefinition, form = {}): Story =>
  written(item, form).and([refer('register#1.1'), office, day(3)]);
export const taken = (item?: ItemDefinition, form = {}): Story =>
  referred(item, form).and([accept('reception#1.1'), housing, day(4)]);
export const drafted = (item?: ItemDefinition, form = {}): Story =>
  taken(item, form).and([answering('answer#1.1'), housing, day(5)]);
export const decidedLetter = (item?: ItemDefinition, form = {}): Story =>
  drafted(item, form).and([consent('check#1.1'), housingHead, day(6)]);

/** Every document that was ordered is there: then it can be served. */
export function withDocuments(story: Story, at = day(6, '11:00')): Story {
  const robot: Actor = { kind: 'system', rule: 'issue-document' };
  const ordered = Object.values(story.state.documents).filter(
    ({ issuedAt }) => issuedAt === undefined,
  );
  return story.and(
    ...ordered.map(({ documentId }): Act => [
      { type: 'RecordDocument', documentId, number: documentId, sha256: documentId, bytes: 1 },
      robot,
      at,
    ]),
  );
}
export const answered = (item?: ItemDefinition, form = {}): Story =>
  withDocuments(decidedLetter(item, form)).and([serve('delivery#1.1'), housing, day(9)]);
