/** A letter as its sender sees it: no opinions among colleagues, no notes between offices. */
import type { ApplicantCaseView, LetterView } from '@yichuang/contracts';
import type { CaseState } from '@yichuang/kernel/case';
import { given, letterBaseOf, type StoredCase } from '../cases/index.ts';
import type { Language } from '../platform/refusal.ts';
import { noticeWays } from './choose-notices.ts';
import type { LetterDeps } from './letter-deps.ts';
import { reviewingOrg } from './reviewing-org.ts';
import { ATTACHMENTS } from './letter-writer.ts';

/** How long the offices have among themselves is not the sender's limit. */
const INTERNAL_CLOCKS: ReadonlySet<string> = new Set([
  'step',
  'opinion',
  'registration',
  'objection',
]);

const SENDER_ACTS: ReadonlySet<string> = new Set([
  'AskFollowUp',
  'RateAnswer',
  'SendLetterMessage',
  'RequestReview',
  'UrgeCase',
  'WithdrawCase',
]);

/** Undefined where the case is no letter. */
export async function senderView(
  deps: LetterDeps,
  { state }: StoredCase,
  language: Language,
): Promise<LetterView | undefined> {
  const { letter } = state;
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (letter === undefined || item?.letter === undefined) return undefined;
  const { contact } = state;
  const shown = await deps.desk.applicantCase(contact, state.caseId, language);
  if (shown === undefined) throw new Error(`${state.caseId} is not its own contact's`);
  const orgs = await deps.directory.orgs();
  const base = letterBaseOf(state, letter, { item }, orgs, ({ from, to, by }) =>
    from === 'sender' || to === 'sender' ? { by: by.name } : undefined,
  );
  const asked = letter.reopenings.filter(({ cause }) => cause === 'follow-up').length;
  const allowed = shown.allowed.map(({ act }) => act).filter((act) => SENDER_ACTS.has(act));
  return {
    ...base,
    ...factsOf(shown),
    clocks: shown.clocks.filter(({ kind }) => !INTERNAL_CLOCKS.has(kind)),
    pages: shown.materials.find(({ materialId }) => materialId === ATTACHMENTS)?.pages ?? [],
    allowed,
    notices: await noticeWays(deps, state),
    followUpsLeft: Math.max(0, item.letter.mostFollowUps - asked),
    ...(allowed.includes('RequestReview') ? reviewOf(state, orgs) : {}),
  };
}

function reviewOf(
  state: CaseState,
  orgs: Parameters<typeof reviewingOrg>[1],
): Pick<LetterView, 'reviewBy' | 'reviewUntil'> {
  const orgId = reviewingOrg(state, orgs);
  return {
    ...given('reviewUntil', state.clocks['review']?.result.rolledOn),
    ...given('reviewBy', orgId === undefined ? undefined : orgs.get(orgId)?.name),
  };
}

type Facts = Pick<
  LetterView,
  | 'caseId'
  | 'number'
  | 'itemCode'
  | 'itemName'
  | 'phase'
  | 'headline'
  | 'receivedOn'
  | 'acceptedOn'
  | 'timeline'
  | 'documents'
>;

function factsOf(shown: ApplicantCaseView): Facts {
  return {
    caseId: shown.caseId,
    number: shown.number,
    itemCode: shown.itemCode,
    itemName: shown.itemName,
    phase: shown.phase,
    headline: shown.headline,
    receivedOn: shown.receivedOn,
    ...given('acceptedOn', shown.acceptedOn),
    timeline: shown.timeline,
    documents: shown.documents,
  };
}
