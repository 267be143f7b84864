/** People, items and days that the tests of cases share. Read by tests only. */
import { readFileSync } from 'node:fs';
import type { FlowDefinition, FlowNode, StepNode } from '../../flow/index.ts';
import { fen } from '../../money/index.ts';
import {
  instant,
  makeCalendar,
  parseCalendarYear,
  parseLimitRules,
  type Instant,
} from '../../time/index.ts';
import type {
  Actor,
  CaseContext,
  CommandOf,
  ConditionData,
  FiledMaterial,
  ItemDefinition,
  Party,
} from '../index.ts';

const pack = new URL('../../../../../packs/statutes/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, pack), 'utf8'));

export const calendar = makeCalendar(
  [2024, 2025, 2026].map((year) => parseCalendarYear(read(`calendar/${year}.json`))),
);
export const rules = parseLimitRules(read('limits.json'));

/** A moment in Shanghai: `on('2026-03-02', '21:30')`. */
export function on(date: string, time = '10:00'): Instant {
  const ms = Date.parse(`${date}T${time}:00.000+08:00`);
  return instant(new Date(ms).toISOString());
}

/** Conditions of the tests: `area > 100`, `area <= 100`, `parts.x = "granted"`; else false. */
export function evaluate(condition: string, data: ConditionData): unknown {
  const [, part = '', outcome] = /^parts\.(\w+) = "(\w+)"$/.exec(condition) ?? [];
  const parts = data['parts'];
  if (outcome !== undefined) return typeof parts === 'object' && parts?.[part] === outcome;
  const [, field = '', sign, number] = /^(\w+) (>|<=) (\d+)$/.exec(condition) ?? [];
  const value = Object.hasOwn(data, field) ? data[field] : undefined;
  if (sign === undefined || typeof value !== 'number') return null;
  return sign === '>' ? value > Number(number) : value <= Number(number);
}

export function staff(
  name: string,
  posts: readonly string[],
  capabilities: readonly string[] = [],
): Actor {
  return { kind: 'staff', personId: name.toLowerCase(), name, posts, orgId: 'zjj', capabilities };
}

/** Who asks, who receives, who decides; then those whom only some flows know. */
export const wang: Actor = { kind: 'applicant', personId: 'wang', name: 'Wang' };
export const stranger: Actor = { kind: 'applicant', personId: 'stranger', name: 'Stranger' };
export const counter = staff('Counter', ['counter'], ['file-on-behalf']);
export const reviewer = staff('Reviewer', ['review']);
export const leader = staff('Leader', ['leader'], ['extend-limit']);
export const outsider = staff('Outsider', ['elsewhere']);
export const cashier = staff('Cashier', [], ['cashier']);
export const archivist = staff('Archivist', [], ['archive']);
export const robot: Actor = { kind: 'system', rule: 'job' };

export const wangAsParty: Party = { personId: 'wang', kind: 'natural', name: 'Wang' };

export const basis = { law: '中华人民共和国行政许可法', article: '第三十八条', version: '2019' };

type StepParts = Partial<Omit<StepNode, 'kind' | 'id' | 'duty'>>;

export function step(id: string, duty: StepNode['duty'], more: StepParts = {}): StepNode {
  return {
    kind: 'step',
    id,
    name: id,
    duty,
    posts: [id],
    agreement: { rule: 'one' },
    ...more,
  };
}

export function sequence(id: string, ...children: readonly FlowNode[]): FlowNode {
  return { kind: 'sequence', id, name: id, children };
}

/** Branches `a`, `b`, …; a text before a node is its condition. */
export function split(
  kind: 'parallel' | 'choice',
  id: string,
  ...parts: readonly (FlowNode | readonly [string, FlowNode])[]
): FlowNode {
  const branches = parts.map((part, i) => {
    const name = 'abcdefgh'.charAt(i);
    if ('kind' in part) return { id: name, node: part };
    return { id: name, when: part[0], node: part[1] };
  });
  return { kind, id, name: id, branches };
}

export const assess: FlowNode = {
  kind: 'automatic',
  id: 'assess',
  name: 'assess',
  does: { action: 'assess-fee' },
};
export const payment: FlowNode = { kind: 'wait', id: 'payment', name: 'pay', until: 'payment' };
export const issue: FlowNode = {
  kind: 'automatic',
  id: 'issue',
  name: 'issue',
  does: { action: 'issue-certificate' },
};

export const intake = step('intake', 'intake', {
  posts: ['counter'],
  form: { write: ['area'] },
});
export const delivery = step('delivery', 'delivery', { posts: ['counter'] });
export const refusalDelivery = step('refusal-delivery', 'delivery', { posts: ['counter'] });

/** What lies between acceptance and decision, in an otherwise whole flow. */
export function flowAround(...between: readonly FlowNode[]): FlowDefinition {
  return {
    main: sequence('main', intake, ...between, step('leader', 'decision'), delivery),
    denied: sequence('denied', refusalDelivery),
  };
}

export const wholeFlow: FlowDefinition = {
  main: sequence(
    'main',
    intake,
    step('review', 'review', { limit: { amount: 3, unit: 'WD' }, onReject: { then: 'continue' } }),
    step('leader', 'decision'),
    assess,
    payment,
    issue,
    delivery,
  ),
  denied: sequence('denied', refusalDelivery),
};

/** A small permit with every feature that an item can have. */
export const permit: ItemDefinition = {
  code: 'permit',
  version: 1,
  name: 'Permit',
  summary: '',
  orgId: 'zjj',
  taskType: '01',
  audiences: ['person'],
  themes: [],
  handlingMode: 'committed',
  isOnline: true,
  visits: 0,
  conditions: [],
  legalBasis: [{ law: '中华人民共和国建筑法', article: '第七条', version: '2019' }],
  statutoryLimit: { ruleId: 'XK-JD-20', amount: 20 },
  committedLimit: { ruleId: 'XK-CN', amount: 5 },
  correctionRule: 'XK-BZ-5',
  serviceRule: 'XK-SD-10',
  correctionDays: 10,
  materials: [
    {
      id: 'plan',
      name: 'Plan',
      necessity: 'required',
      carrier: 'both',
      source: 'applicant',
      upload: { accept: ['image/jpeg'], maxBytes: 90_000, minPixels: [640, 480], maxPages: 2 },
    },
    { id: 'deed', name: 'Deed', necessity: 'required', carrier: 'both', source: 'applicant' },
    {
      id: 'large',
      name: 'Large plan',
      necessity: 'required',
      carrier: 'paper',
      source: 'applicant',
      when: { field: 'isLarge', equals: true },
    },
    { id: 'photo', name: 'Photo', necessity: 'optional', carrier: 'both', source: 'applicant' },
  ],
  form: {
    sections: [{ id: 's', title: 'Site', fields: ['name', 'area', 'isLarge', 'remark'] }],
    schema: {
      type: 'object',
      properties: {
        name: { type: 'string', title: 'Name', maxLength: 20 },
        area: { type: 'number', title: 'Area', minimum: 0 },
        isLarge: { type: 'boolean', title: 'Large' },
        remark: { type: 'string', title: 'Remark' },
      },
      required: ['name', 'area'],
    },
  },
  fees: [
    {
      id: 'F1',
      name: 'Fee',
      kind: 'per-unit',
      unitFen: fen(150),
      unit: 'm2',
      quantityField: 'area',
      basis: { law: '中华人民共和国价格法', article: '第四十七条' },
    },
  ],
  specialProcedures: [
    { kind: 'hearing', name: 'Hearing', expectedDays: 20, basis },
    { kind: 'inspection', name: 'Inspection', expectedDays: 5, basis },
  ],
  flow: wholeFlow,
  certificate: {
    typeCode: '11',
    name: 'Permit',
    template: 'certificate',
    series: 'P',
    validYears: 5,
    holderField: 'name',
  },
  documents: {
    received: 'receipt',
    correction: 'correction',
    accepted: 'acceptance',
    'acceptance-refused': 'refusal',
    'special-procedure': 'procedure',
    extended: 'extension',
    granted: 'grant',
    denied: 'denial',
    payment: 'payment',
    served: 'service',
  },
};

/** Without documents, limits and fees: only the walk is left to look at. */
export function bare(flow: FlowDefinition): ItemDefinition {
  const {
    statutoryLimit: _s,
    committedLimit: _c,
    certificate: _e,
    documents: _d,
    ...rest
  } = permit;
  return { ...rest, fees: [], flow };
}

export function contextOf(
  item: ItemDefinition,
  actor: Actor,
  at: Instant,
  filingDay: 'A' | 'B' = 'A',
): CaseContext {
  return { at, actor, item, calendar, rules, policies: { filingDay }, evaluate };
}

export function filed(materialId: string, pages = 1): FiledMaterial {
  const page = (i: number) => ({
    sha256: `${materialId}${i}`,
    name: `${materialId}-${i}.jpg`,
    mediaType: 'image/jpeg',
    bytes: 80_000,
    width: 1600,
    height: 1200,
  });
  return { materialId, pages: Array.from({ length: pages }, (_, i) => page(i)), isOnPaper: false };
}

export const filing: CommandOf<'ReceiveCase'> = {
  type: 'ReceiveCase',
  caseId: 'c1',
  number: 'P-1',
  applicant: wangAsParty,
  contact: wangAsParty,
  channel: 'online',
  form: { name: 'Shed', area: 50 },
  materials: [filed('plan'), filed('deed')],
};
