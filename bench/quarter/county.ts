/** An invented county: departments, people with habits, and who of them does what nobody should. */
import type { Actor, ItemDefinition } from '../../packages/kernel/src/case/index.ts';
import { itemOf, KINDS, LISTED_FEN, type Kind } from './items.ts';
import { random, type Random } from './random.ts';

/** What is planted: in single cases, in a department's items, in the habits of people. */
export const MISCONDUCTS = [
  'step-overdue',
  'promise-overdue',
  'statute-overdue',
  'correction-late',
  'second-correction',
  'two-posts',
  'ping-pong',
  'recalls',
  'certified-before-payment',
  'fee-not-listed',
  'fee-above-list',
  'parked-procedure',
  'entered-afterwards',
  'rubber-stamp',
  'copied-words',
  'off-hours',
  'refusals',
] as const;
export type Misconduct = (typeof MISCONDUCTS)[number];

export type StaffActor = Extract<Actor, { readonly kind: 'staff' }>;

export interface Member {
  readonly actor: StaffActor;
  /** Median minutes at work from opening to decision. */
  readonly pace: number;
  /** Seconds from looking at it to the decision, median. */
  readonly readingSeconds: number;
  readonly words: readonly string[];
  /** Share of decisions that an honest person makes at a glance, or in the evening. */
  readonly glances: number;
  readonly evenings: number;
  readonly habit?: Misconduct;
}

export interface Department {
  readonly orgId: string;
  readonly items: readonly { readonly kind: Kind; readonly item: ItemDefinition }[];
  readonly clerks: readonly Member[];
  readonly reviewers: readonly Member[];
  readonly checkers: readonly Member[];
  readonly leader: Member;
  /** Holds the counter's post and the leader's: what is to be two people. */
  readonly both?: Member;
  readonly habit?: Misconduct;
}

const PHRASES = [
  '材料齐全，拟同意，请领导审定',
  '经核对原件与系统信息一致，同意',
  '现场照片与图纸相符，建议准予',
  '符合规划要求，同意上报',
  '申请人条件符合第四条，同意',
  '已电话核实经营场所，同意办理',
  '无异议，按程序办理',
  '同意科室意见，注意证后监管',
];

const HABITS: readonly Misconduct[] = [
  'certified-before-payment',
  'fee-not-listed',
  'fee-above-list',
  'two-posts',
  'entered-afterwards',
  'refusals',
  'rubber-stamp',
  'copied-words',
  'off-hours',
  'refusals',
  'rubber-stamp',
  'copied-words',
  'off-hours',
  'rubber-stamp',
  'copied-words',
  'off-hours',
];

/** One habit lives in one department, so that none covers another; most departments have none. */
export function countyOf(seed: number, departments: number): readonly Department[] {
  const draw = random(seed, 'county');
  const order = Array.from({ length: departments }, (_, i) => ({ i, at: draw.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ i }) => i);
  return Array.from({ length: departments }, (_, i) =>
    departmentOf(seed, i, HABITS[order.indexOf(i)]),
  );
}

function departmentOf(seed: number, index: number, habit: Misconduct | undefined): Department {
  const orgId = `d${String(index).padStart(2, '0')}`;
  const draw = random(seed, orgId);
  const member = (name: string, posts: readonly string[], own?: Misconduct): Member => ({
    actor: {
      kind: 'staff',
      personId: `${orgId}-${name}`,
      name: `${orgId}-${name}`,
      posts: posts.map((post) => `${orgId}/${post}`),
      orgId,
      capabilities: ['file-on-behalf', 'cashier'],
    },
    pace: draw.around(150, 0.5),
    readingSeconds: draw.around(240, 0.4),
    words: someOf(PHRASES, draw.between(3, 6), draw),
    glances: draw.next() * 0.25,
    evenings: draw.next() * 0.12,
    ...(own === undefined ? {} : { habit: own }),
  });
  const kinds = KINDS.filter(
    (kind) => kind === 'plain' || (kind === 'with-fee' && isOfFees(habit)) || draw.chance(0.55),
  );
  const crooked = {
    isCertifiedFirst: habit === 'certified-before-payment',
    unitFen: habit === 'fee-above-list' ? LISTED_FEN * 2 : LISTED_FEN,
    feeId: habit === 'fee-not-listed' ? 'F-own' : 'F-listed',
  };
  const personal = (of: Misconduct): Misconduct | undefined => (habit === of ? of : undefined);
  return {
    orgId,
    items: kinds.map((kind) => ({ kind, item: itemOf(orgId, kind, crooked) })),
    clerks: ['clerk1', 'clerk2', 'clerk3'].map((name, i) =>
      member(name, ['clerk'], i === 0 ? personal('entered-afterwards') : undefined),
    ),
    reviewers: ['review1', 'review2'].map((name, i) =>
      member(
        name,
        ['review'],
        i === 0 ? (personal('rubber-stamp') ?? personal('copied-words')) : undefined,
      ),
    ),
    checkers: [member('check1', ['check'])],
    leader: member('leader', ['leader'], personal('off-hours')),
    ...(habit === 'two-posts' ? { both: member('both', ['clerk', 'leader'], habit) } : {}),
    ...(habit === undefined ? {} : { habit }),
  };
}

/** So many different ones: who always writes the same is no honest person here. */
function someOf<T>(list: readonly T[], count: number, draw: Random): T[] {
  return list
    .map((each) => ({ each, at: draw.next() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ each }) => each);
}

function isOfFees(habit: Misconduct | undefined): boolean {
  return (
    habit === 'certified-before-payment' || habit === 'fee-not-listed' || habit === 'fee-above-list'
  );
}

/** What is planted in a case by chance, whoever has it. */
export function plantedIn(draw: Random, kind: Kind): Misconduct | undefined {
  if (kind === 'on-the-spot') return undefined;
  if (kind === 'with-inspection' && draw.chance(0.04)) return 'parked-procedure';
  if (!draw.chance(0.03)) return undefined;
  return draw.pick([
    'step-overdue',
    'promise-overdue',
    'statute-overdue',
    'correction-late',
    'second-correction',
    'ping-pong',
    'recalls',
  ] as const);
}
