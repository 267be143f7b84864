/**
 * What follows from a command outside the case: documents made, people told. Enqueued in the
 * command's transaction; runs at least once, so every effect carries its own key.
 */
import type { CaseState, ItemDefinition, Recorded } from '@yichuang/kernel/case';
import { indexFlow, stepOf } from '@yichuang/kernel/flow';
import {
  contextOf,
  queryPassword,
  type CaseDeps,
  type CaseStore,
  type FormSealer,
} from '../cases/index.ts';
import { markCertificates, produceDocument, type IssuingDeps } from '../issuing/index.ts';
import { followHandOuts } from '../hand-out/index.ts';
import { indexLetter, noticeTargets, openReview } from '../letters/index.ts';
import type { Exchange } from '../exchange/index.ts';
import { followJoint, type JointDeps } from '../joint-cases/index.ts';
import { followOrder } from '../supervision-orders/index.ts';
import type { Notices, NoticeToQueue } from '../notices/index.ts';
import type { JobPayload } from '../platform/jobs/index.ts';
import { followReviewed, type ReviewDeps } from '../reviews/index.ts';
import { noticeOf } from './notices-of-event.ts';
import type { PlannedNotice } from './planned-notice.ts';
import type { StaffNoticeFacts } from './staff-notice.ts';
import { staffNoticesOf } from './staff-notices.ts';

export interface FollowUpDeps extends CaseDeps {
  readonly cases: CaseStore;
  readonly notices: Notices;
  readonly issuing: IssuingDeps;
  readonly joint: JointDeps;
  readonly reviews: ReviewDeps;
  readonly sealer: Pick<FormSealer, 'openText'>;
  readonly publicUrl: string;
  readonly exchange: Pick<Exchange, 'mark'>;
  /** Asks the rules of supervision of the case as it is now. */
  readonly watchCase: (caseId: string) => Promise<void>;
}

export interface FollowUpPayload extends JobPayload {
  readonly caseId: string;
  readonly fromSeq: number;
  readonly toSeq: number;
}

export function registerFollowUp(deps: FollowUpDeps): void {
  deps.jobs.register<FollowUpPayload>('follow-up', (payload) => followUp(deps, payload));
}

/** Everything that follows from these events; run again, it does nothing twice. */
export async function followUp(deps: FollowUpDeps, payload: FollowUpPayload): Promise<void> {
  const { caseId, fromSeq, toSeq } = payload;
  // First: what cannot be made or told must not keep the level above from knowing of it.
  await deps.exchange.mark(caseId);
  const [found, history] = await Promise.all([deps.cases.find(caseId), deps.cases.events(caseId)]);
  if (found === undefined) throw new Error(`case ${caseId} has events but no snapshot`);
  // As it was before its documents are made: who acts on what may have moved since reads it again.
  const { state } = found;
  const events = history.filter(({ seq }) => seq >= fromSeq && seq <= toSeq);
  await tell(deps, state, events);
  for (const { event } of events) {
    if (event.type === 'DocumentOrdered') {
      await produceDocument(deps.issuing, caseId, event.documentId);
    }
    if (event.type === 'DecisionRevoked') {
      await markCertificates(deps.db, deps.tenantId, caseId, 'revoked');
    }
    if (event.type === 'CaseVoided') {
      await markCertificates(deps.db, deps.tenantId, caseId, 'voided');
    }
  }
  if (state.letter !== undefined) await followLetter(deps, caseId);
  await followReviewed(deps.reviews, state, events);
  await followOrder(deps, state);
  await followHandOuts(deps.joint, caseId, events);
  // Last: a part that cannot be opened must not keep documents and notices waiting.
  await followJoint(deps.joint, caseId, history, payload);
  await deps.watchCase(caseId);
  deps.jobs.wake();
}

/** Found by its words from now on; and the case by which the next level reviews its answer. */
async function followLetter(deps: FollowUpDeps, caseId: string): Promise<void> {
  await indexLetter(deps, caseId);
  await openReview(deps, caseId);
}

/**
 * What may stay readable. Only the short message carries a password: the inbox is behind a log-in,
 * and a mailbox is read by more than its owner. A message about a letter leads to where number and
 * password are asked for.
 */
function openParams(
  { publicUrl }: FollowUpDeps,
  { letter }: CaseState,
  { params, secrets }: PlannedNotice,
  channel: NoticeToQueue['channel'],
): PlannedNotice['params'] {
  const hidden = Object.fromEntries(Object.keys(secrets ?? {}).map((name) => [name, '******']));
  const link =
    letter === undefined || channel === 'inbox' ? {} : { link: `${publicUrl}/letters/mine` };
  return { ...(channel === 'sms' ? {} : hidden), ...params, ...link };
}

/**
 * Who writes without an account may have left a phone with the letter alone. Nobody has checked
 * that it is theirs: it is told what it was left for, and never leads to an account.
 */
function phoneOfLetter(
  { sealer }: FollowUpDeps,
  { letter, contact }: CaseState,
): { readonly address?: string } {
  if (letter === undefined || contact.phone === undefined) return {};
  return { address: sealer.openText(contact.phone) };
}

async function unitNameOf(
  { directory }: FollowUpDeps,
  { letter }: CaseState,
): Promise<string | undefined> {
  return letter?.unit === undefined ? undefined : (await directory.org(letter.unit))?.name;
}

/**
 * Colleagues are at their desks: no short message for what the console shows. The sender of a
 * letter is told where they chose to be.
 */
async function targetsOf(
  deps: FollowUpDeps,
  state: CaseState,
): Promise<Awaited<ReturnType<typeof noticeTargets>>> {
  if (state.letter !== undefined) return noticeTargets(deps, state);
  return { channels: state.lifecycle === 'internal' ? ['inbox'] : ['inbox', 'sms'] };
}

async function staffFacts(
  deps: FollowUpDeps,
  state: CaseState,
  item: ItemDefinition,
): Promise<StaffNoticeFacts> {
  const staff = await deps.directory.staff();
  const { flow } = item;
  return {
    state,
    stepName: (stepId) =>
      flow === undefined || !indexFlow(flow).has(stepId) ? stepId : stepOf(flow, stepId).name,
    holdersOf: (post) => staff.people.holdersOf(post),
    postOf: (role, orgId) => staff.postOf(role, orgId),
    item,
  };
}

async function tell(
  deps: FollowUpDeps,
  state: CaseState,
  events: readonly Recorded[],
): Promise<void> {
  const { caseId } = state;
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  const org = await deps.directory.org(state.orgId);
  const facts = {
    state,
    context: contextOf(deps, { kind: 'system', rule: 'notice' }, item),
    orgName: org?.name ?? state.orgId,
    unitName: (await unitNameOf(deps, state)) ?? org?.name ?? state.orgId,
    publicUrl: deps.publicUrl,
    queryPassword: queryPassword(deps.secrets, deps.tenantId, caseId).plain,
  };
  const staff = await staffFacts(deps, state, item);
  const { channels, mail } = await targetsOf(deps, state);
  await deps.db.tx(async (tx) => {
    for (const recorded of events) {
      for (const { template, personId, params } of staffNoticesOf(recorded, staff)) {
        await deps.notices.queueInTx(tx, {
          channel: 'inbox',
          template,
          params,
          dedupeKey: `case ${caseId} ${recorded.seq} staff ${personId}`,
          caseId,
          personId,
        });
      }
      const notice = noticeOf(recorded, facts);
      if (notice === undefined) continue;
      for (const channel of channels) {
        const open = openParams(deps, state, notice, channel);
        await deps.notices.queueInTx(tx, {
          channel,
          template: notice.template,
          params: open,
          ...(channel === 'sms' && notice.secrets !== undefined ? { secrets: notice.secrets } : {}),
          dedupeKey: `case ${caseId} ${recorded.seq} ${channel}`,
          caseId,
          personId: state.contact.personId,
          ...(channel === 'sms' ? phoneOfLetter(deps, state) : {}),
          ...(channel === 'mail' && mail !== undefined ? { address: mail } : {}),
        });
      }
    }
  });
}
