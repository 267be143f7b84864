import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../ledger/index.ts';
import { decide, replay, type CaseState, type Command, type Recorded } from './index.ts';
import { letterShapes } from './testing/letter-shapes.examples.ts';
import {
  basis,
  cashier,
  contextOf,
  flowAround,
  leader,
  permit,
  reviewer,
  robot,
  split,
  step,
  wangAsParty,
} from './testing/case.examples.ts';
import {
  acceptedCase,
  approve,
  given,
  monday,
  received,
  tuesday,
  wednesday,
} from './testing/specification.examples.ts';
import { people } from './testing/random-people.examples.ts';

const decided = acceptedCase().and(
  approve('review#1.1', reviewer),
  approve('leader#1.1', leader, wednesday),
);
const paid = decided.and([
  { type: 'RecordPayment', amountFen: 7500, method: 'cash', receiptNumber: 'R' },
  cashier,
  wednesday,
]);
const parallel = {
  ...permit,
  flow: flowAround(split('parallel', 'examine', step('fire', 'review'), step('site', 'review'))),
};
const stories = [
  given(permit, received),
  acceptedCase(),
  acceptedCase(parallel),
  decided,
  paid,
  acceptedCase().and([{ type: 'WithdrawCase', reason: 'r' }, people[0] ?? robot, tuesday]),
] as const;

const ids = stories.flatMap(({ state }) => [
  ...Object.keys(state.marking.tasks),
  ...Object.keys(state.marking.nodes),
  ...Object.keys(state.documents),
  ...Object.keys(state.materials),
  ...Object.keys(state.form),
]);
const onEveryObject = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const text = fc.oneof(
  fc.constantFrom(...ids, ...onEveryObject, '', ' ', 'sealed:x', '\u0000', '\ud800', 'a\udc00b'),
  fc.string({ unit: 'binary' }),
);
const number = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.1, 7500, 1e21, 1e-9, NaN, Infinity, 2 ** 53),
  fc.double(),
);
const value = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const form = fc.dictionary(text, value, { maxKeys: 4 });
const pages = fc.array(fc.record({ sha256: text, name: text, mediaType: text, bytes: fc.nat() }), {
  maxLength: 3,
});
const materials = fc.array(
  fc.record(
    {
      materialId: text,
      pages,
      isOnPaper: fc.boolean(),
      isCommitted: fc.constant(true as const),
    },
    { requiredKeys: ['materialId', 'pages', 'isOnPaper'] },
  ),
  { maxLength: 4 },
);
const check = fc.record(
  {
    materialId: text,
    verdict: fc.constantFrom('complete', 'missing', 'wrong'),
    problem: text,
    instruction: text,
  },
  { requiredKeys: ['materialId', 'verdict'] },
);
const person = fc.record({ personId: text, name: text }, { noNullPrototype: true });
const law = fc.record({ law: text, article: text }, { noNullPrototype: true });

const shapes: { readonly [T in Command['type']]: Readonly<Record<string, fc.Arbitrary<unknown>>> } =
  {
    ReceiveCase: {
      caseId: text,
      number: text,
      applicant: fc.constant(wangAsParty),
      contact: fc.constant(wangAsParty),
      channel: fc.constantFrom('online', 'counter'),
      form,
      materials,
    },
    CheckMaterials: {
      taskId: text,
      checks: fc.array(check, { maxLength: 3 }),
      paperReceived: fc.array(text, { maxLength: 3 }),
    },
    RequestCorrection: { taskId: text, items: fc.array(check, { maxLength: 3 }) },
    SubmitCorrection: { materials, form },
    AcceptCase: {
      taskId: text,
      opinion: text,
      deferred: fc.array(fc.record({ materialId: text, days: number }), { maxLength: 2 }),
    },
    RefuseAcceptance: {
      taskId: text,
      ground: fc.constantFrom('other', 'not-corrected'),
      reason: text,
      basis: law,
    },
    ReadTask: { taskId: text },
    ClaimTask: { taskId: text },
    ReleaseTask: { taskId: text },
    TransferTask: { taskId: text, to: person, reason: text },
    HandOverTask: { taskId: text, to: person, reason: text },
    AbstainTask: { taskId: text, opinion: text },
    AddSigner: {
      taskId: text,
      kind: fc.constantFrom('before', 'with', 'after'),
      person,
      reason: text,
      weight: fc.option(number, { nil: undefined }),
    },
    RemoveSigner: { taskId: text, reason: text },
    RequestOpinion: { taskId: text, person, question: text },
    GiveOpinion: { taskId: text, opinion: text },
    TakeBackOpinion: { taskId: text },
    RecallTask: { taskId: text },
    ApproveTask: { taskId: text, opinion: text },
    RejectTask: { taskId: text, opinion: text, basis: fc.array(law, { maxLength: 2 }) },
    ReturnTask: {
      taskId: text,
      toStep: text,
      then: fc.constantFrom('walk-again', 'straight-back'),
      reason: text,
    },
    AmendForm: { taskId: text, patch: form },
    StartSpecialProcedure: { kind: text, expectedDays: number, reason: text },
    EndSpecialProcedure: { procedureId: text, result: text },
    ExtendLimit: { days: number, reason: text },
    RecordPayment: {
      amountFen: number,
      method: fc.constantFrom('cash', 'online'),
      receiptNumber: text,
    },
    ServeResult: {
      taskId: text,
      method: fc.constantFrom('counter', 'post'),
      recipient: text,
      trackingNumber: fc.option(text, { nil: undefined }),
    },
    WithdrawCase: { reason: text },
    ArchiveCase: { archiveNumber: text },
    RecordDocument: { documentId: text, number: text, sha256: text, bytes: fc.nat() },
    ConcludeSubcase: { nodeId: text, partId: text, outcome: fc.constantFrom('granted', 'denied') },
    RecordSubcase: { nodeId: text, partId: text, caseId: text, number: text },
    ResubmitCase: { taskId: text, form, materials, opinion: text },
    JumpToStep: { toStep: text, reason: text },
    RebaseCase: { toVersion: number },
    FreezeCase: { reason: text },
    UnfreezeCase: { reason: text },
    TerminateCase: { reason: text, basis: law },
    VoidCase: { reason: text },
    RevokeDecision: { reason: text, basis: law },
    CopyCase: {
      to: fc.array(fc.oneof(person, fc.record({ post: text }, { noNullPrototype: true })), {
        maxLength: 3,
      }),
      note: text,
      isForOpinion: fc.boolean(),
      fromReading: fc.option(text, { nil: undefined }),
    },
    ReadCopy: { readingId: text, opinion: text },
    UrgeCase: { message: text },
    HandOutCase: { itemCode: text, orgId: text, note: text },
    RecordUnitCase: { handOutId: text, caseId: text, number: text },
    ReceiveMessage: { nodeId: text, message: text },
    SupplyMaterials: { materials },
    SettleDebt: {
      debtId: text,
      verdict: fc.constantFrom('kept', 'broken', 'insufficient'),
      note: text,
      basis: law,
    },
    ...letterShapes({ text, law }),
    ApplyLapses: {},
    RecountClocks: {},
  };

const garbage = fc
  .constantFrom(...(Object.keys(shapes) as Command['type'][]))
  .chain((type) =>
    fc.record(shapes[type]).map((fields) => ({ ...fields, type }) as unknown as Command),
  );

function survives(past: readonly Recorded[], before: CaseState | undefined, command: Command) {
  for (const actor of people) {
    const outcome = decide(before, command, contextOf(permit, actor, wednesday));
    if (!outcome.ok) continue;
    const all = [...past, ...outcome.events];
    expect(replay(JSON.parse(JSON.stringify(all)) as Recorded[])).toStrictEqual(outcome.state);
    expect(canonicalJson(all)).not.toBe('');
  }
}

test('no text, number or key makes a decision throw, and what it writes can be stored', () => {
  fc.assert(
    fc.property(fc.constantFrom(...stories), garbage, ({ past, state }, command) => {
      survives(past, state, command);
    }),
    { numRuns: 3000 },
  );
});

test('nor does a filing of garbage, nor anything about a case that is not there', () => {
  fc.assert(
    fc.property(garbage, (command) => survives([], undefined, command)),
    { numRuns: 500 },
  );
});

test.each(onEveryObject)('%s is not the id of a task, a document or a part', (id) => {
  const story = acceptedCase();
  for (const by of [reviewer, robot]) {
    story
      .when(
        { type: 'RecordDocument', documentId: id, number: '', sha256: '', bytes: 0 },
        by,
        monday,
      )
      .thenRefused(by === robot ? 'document-unknown' : 'right-missing');
  }
  story
    .when({ type: 'ApproveTask', taskId: id, opinion: '' }, reviewer, monday)
    .thenRefused('task-unknown');
  story
    .when({ type: 'ConcludeSubcase', nodeId: id, partId: id, outcome: 'granted' }, robot, monday)
    .thenRefused('task-unknown');
});

test('a text that cannot be stored is refused with its field', () => {
  const outcome = decide(
    acceptedCase().state,
    { type: 'RejectTask', taskId: 'review#1.1', opinion: 'half \ud83d', basis: [basis] },
    contextOf(permit, reviewer, tuesday),
  );
  expect(outcome).toEqual({
    ok: false,
    refusals: [{ code: 'text-not-well-formed', params: { field: 'opinion' } }],
  });
});
