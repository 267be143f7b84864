/** Pairs of acts on one case in the same instant, and what may come of each. Read by tests only. */
import type { Actor, Command, RefusalCode } from '@yichuang/kernel/case';

export type RunningCommand = Exclude<Command, { readonly type: 'ReceiveCase' }>;
export type Step = readonly [by: Actor, command: RunningCommand];

/** `one`: they contradict, so exactly one wins. `late`: whoever is second may still be in time. */
export interface Race {
  readonly name: string;
  readonly setUp: readonly Step[];
  readonly first: Step;
  readonly second: Step;
  readonly wins: 'one' | 'late' | 'both';
  /** What the second one may be told; each names what has happened. */
  readonly told: readonly RefusalCode[];
}

export interface RacePeople {
  readonly applicant: Actor;
  readonly clerks: readonly [Actor, Actor];
  /** Of the joint review, in the order of its posts. */
  readonly heads: readonly [Actor, Actor, Actor, Actor];
  readonly deputy: Actor;
  readonly leader: Actor;
  readonly colleague: Extract<Actor, { readonly kind: 'staff' }>;
  readonly administrator: Actor;
}

const opinion = '同意';
const reason = '情况有变';
const approve = (taskId: string): RunningCommand => ({ type: 'ApproveTask', taskId, opinion });
const back = (taskId: string): RunningCommand => ({
  type: 'ReturnTask',
  taskId,
  toStep: 'intake',
  then: 'walk-again',
  reason,
});
const head = (i: number) => `countersign#1.${i}`;

export function racesOf(people: RacePeople, acceptance: readonly Step[]): readonly Race[] {
  const { applicant, clerks, heads, deputy, leader, colleague, administrator } = people;
  const [lu, su] = clerks;
  const [a, b, c, d] = heads;
  const to = { personId: colleague.personId, name: colleague.name };
  const [check] = acceptance;
  const checked = check === undefined ? [] : [check];
  const reviewed: readonly Step[] = heads.map((by, i) => [by, approve(head(i + 1))]);
  const atDeputy = [...acceptance, ...reviewed];
  const atLeader: readonly Step[] = [...atDeputy, [deputy, approve('deputy#1.1')]];
  const add = {
    type: 'AddSigner',
    taskId: head(1),
    kind: 'before',
    person: to,
    reason,
  } as const;
  return [
    {
      name: 'approve and return by two members',
      setUp: acceptance,
      first: [a, approve(head(1))],
      second: [b, back(head(2))],
      wins: 'late',
      told: ['task-already-closed'],
    },
    {
      name: 'approve and transfer of one task',
      setUp: acceptance,
      first: [a, approve(head(1))],
      second: [a, { type: 'TransferTask', taskId: head(1), to, reason }],
      wins: 'one',
      told: ['task-already-closed', 'claimed-by-other'],
    },
    {
      name: 'approve and reject of one task',
      setUp: acceptance,
      first: [a, approve(head(1))],
      second: [a, { type: 'RejectTask', taskId: head(1), opinion: '不同意' }],
      wins: 'one',
      told: ['task-already-closed'],
    },
    {
      name: 'claim and claim',
      setUp: checked,
      first: [lu, { type: 'ClaimTask', taskId: 'intake#1.1' }],
      second: [su, { type: 'ClaimTask', taskId: 'intake#1.1' }],
      wins: 'one',
      told: ['claimed-by-other'],
    },
    {
      name: 'recall and approve of what came next',
      setUp: atDeputy,
      first: [d, { type: 'RecallTask', taskId: head(4) }],
      second: [deputy, approve('deputy#1.1')],
      wins: 'one',
      told: ['recall-too-late', 'task-already-closed'],
    },
    {
      name: 'recall and a look at what came next',
      setUp: atDeputy,
      first: [d, { type: 'RecallTask', taskId: head(4) }],
      second: [deputy, { type: 'ReadTask', taskId: 'deputy#1.1' }],
      wins: 'one',
      told: ['recall-too-late', 'task-already-closed'],
    },
    {
      name: 'add a signer and approve',
      setUp: acceptance,
      first: [a, add],
      second: [a, approve(head(1))],
      wins: 'one',
      told: ['task-not-yet-open', 'task-already-closed'],
    },
    {
      name: 'remove a signer and approve by that signer',
      setUp: [...acceptance, [a, add]],
      first: [a, { type: 'RemoveSigner', taskId: head(5), reason }],
      second: [colleague, approve(head(5))],
      wins: 'one',
      told: ['task-already-closed'],
    },
    {
      name: 'withdraw and the decision',
      setUp: atLeader,
      first: [applicant, { type: 'WithdrawCase', reason }],
      second: [leader, approve('leader#1.1')],
      wins: 'one',
      told: ['decided-already', 'task-already-closed'],
    },
    {
      name: 'urge and terminate',
      setUp: acceptance,
      first: [applicant, { type: 'UrgeCase', message: '请尽快' }],
      second: [administrator, { type: 'TerminateCase', reason }],
      wins: 'late',
      told: ['case-has-ended'],
    },
    {
      name: 'terminate and withdraw',
      setUp: acceptance,
      first: [administrator, { type: 'TerminateCase', reason }],
      second: [applicant, { type: 'WithdrawCase', reason }],
      wins: 'one',
      told: ['case-has-ended'],
    },
    {
      name: 'the last two approvals of a joint step',
      setUp: [...acceptance, ...reviewed.slice(0, 2)],
      first: [c, approve(head(3))],
      second: [d, approve(head(4))],
      wins: 'both',
      told: [],
    },
    {
      name: 'return and return',
      setUp: acceptance,
      first: [a, back(head(1))],
      second: [b, back(head(2))],
      wins: 'one',
      told: ['task-already-closed'],
    },
    {
      name: 'accept and ask for corrections',
      setUp: checked,
      first: [lu, { type: 'AcceptCase', taskId: 'intake#1.1', opinion: '材料齐全' }],
      second: [
        su,
        {
          type: 'RequestCorrection',
          taskId: 'intake#1.1',
          items: [{ materialId: 'application', verdict: 'wrong', problem: '看不清' }],
        },
      ],
      wins: 'one',
      told: ['task-already-closed', 'wrong-phase'],
    },
    {
      name: 'freeze and approve',
      setUp: acceptance,
      first: [administrator, { type: 'FreezeCase', reason }],
      second: [a, approve(head(1))],
      wins: 'late',
      told: ['case-frozen'],
    },
    {
      name: 'jump and approve',
      setUp: acceptance,
      first: [administrator, { type: 'JumpToStep', toStep: 'deputy', reason }],
      second: [a, approve(head(1))],
      wins: 'late',
      told: ['task-already-closed'],
    },
  ];
}
