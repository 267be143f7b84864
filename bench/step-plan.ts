/**
 * The steps that are measured, and what the product sends to the database for each: the reference
 * programs send the same, so that nobody has to keep two lists of rows alike.
 */
import { randomUUID } from 'node:crypto';
import type { CommandOf } from '../packages/kernel/src/case/index.ts';
import { stepOf } from '../packages/kernel/src/flow/index.ts';
import { hashHex } from '../packages/kernel/src/ledger/index.ts';
import { createCaseStore, type CaseStore } from '../packages/server/src/cases/index.ts';
import { demoFiling } from '../packages/server/src/cli/demo-case.messages.ts';
import type { Db, Statement } from '../packages/server/src/platform/db/index.ts';
import { acceptedCase, decided, openTaskOf, staffIn, type Office } from './accepted-case.ts';

/** In the order in which they sign; none of their approvals orders a document. */
const signers = ['construction-head', 'safety-head', 'quality-head', 'materials-head'];
const stepPosts = [...signers, 'deputy-leader'].map((name) => `zj-${name}`);
/** As long as a real hash; what it stands for is in a case that nobody reads. */
const anyHash = hashHex('0'.repeat(64));

export interface PlannedStep {
  readonly post: string;
  readonly taskId: string;
  /** All its rows, as the product writes them. */
  readonly write: Statement;
}

/** Statements name `caseId` and `key`; `statementFor` puts others in their places. */
export interface StepPlan {
  readonly caseId: string;
  readonly key: string;
  /** How the product reads a case before it decides. */
  readonly read: Statement;
  readonly steps: readonly PlannedStep[];
}

/** Walks one case in memory and keeps what its steps would send. */
export async function planSteps(office: Office): Promise<StepPlan> {
  const [caseId, key] = [randomUUID(), randomUUID()];
  const kept: Statement[] = [];
  const store = createCaseStore(recordingDb(kept), office.pack.tenant.id);
  await readAsStaff(store, office, caseId, key);
  const read = taken(kept);
  const steps: PlannedStep[] = [];
  let { state } = acceptedCase(office, caseId, 'B000000000');
  for (const post of stepPosts) {
    const actor = staffIn(office.pack, post);
    const taskId = openTaskOf(state, actor);
    const { state: after, events } = decided(office, state, actor, approval(taskId));
    await store.write({
      caseId,
      before: state,
      after,
      events,
      headHash: anyHash,
      passwordHash: anyHash,
      act: 'ApproveTask',
      personId: randomUUID(),
      idempotencyKey: key,
      stepName: stepNameOf(office, state.marking.tasks[taskId]?.stepId ?? ''),
      context: office.contextFor(actor),
    });
    steps.push({ post, taskId, write: taken(kept) });
    state = after;
  }
  return { caseId, key, read, steps };
}

export function approval(taskId: string): CommandOf<'ApproveTask'> {
  return { type: 'ApproveTask', taskId, opinion: demoFiling.agreed };
}

/** The planned statement for another case and another key. */
export function statementFor(
  plan: Pick<StepPlan, 'caseId' | 'key'>,
  { values = [], ...statement }: Statement,
  caseId: string,
  key: string,
): Statement {
  const replaced = values.map((value) =>
    value === plan.caseId ? caseId : value === plan.key ? key : value,
  );
  return { ...statement, values: replaced };
}

async function readAsStaff(
  store: CaseStore,
  office: Office,
  caseId: string,
  key: string,
): Promise<void> {
  const { personId, posts, orgId } = staffIn(office.pack, stepPosts[0] ?? '');
  const readers = [...posts.map((post) => `post:${post}`), `org:${orgId}`];
  await store.find(caseId, { readers, repeated: { personId, key } });
}

function stepNameOf({ item }: Office, stepId: string): string {
  if (item.flow === undefined) throw new Error('the construction permit has no flow');
  return stepOf(item.flow, stepId).name;
}

/** Takes statements instead of running them. */
function recordingDb(kept: Statement[]): Db {
  const db: Db = {
    query(statement) {
      if (typeof statement === 'string') throw new Error(`not prepared: ${statement}`);
      kept.push(statement);
      return Promise.resolve([]);
    },
    tx: (work) => work(db),
  };
  return db;
}

function taken(kept: Statement[]): Statement {
  const [statement, ...others] = kept.splice(0);
  if (statement === undefined || others.length > 0) throw new Error('one statement was expected');
  return statement;
}
