/**
 * 复查, 复核: the case in which the next level reviews an answer. It is opened at once and again by
 * the follow-up job; its id follows from the request, so both open the same one.
 */
import {
  isWithheld,
  letterFields,
  type CaseState,
  type LetterFiling,
  type LetterState,
} from '@yichuang/kernel/case';
import type { FormData } from '@yichuang/kernel/form';
import {
  contextOf,
  derivedCaseId,
  given,
  receiveNewCase,
  runCommand,
  textAt,
  type CaseDeps,
  type CaseStore,
} from '../cases/index.ts';

export interface ReviewDeps extends CaseDeps {
  readonly cases: CaseStore;
}

const SYSTEM = { kind: 'system', rule: 'letter:review' } as const;

type Request = NonNullable<LetterState['review']>;

/**
 * Opens what was asked for and has no case yet; nothing where nothing was asked for. A letter that
 * is withheld keeps its review withheld, also one that is there already.
 */
export async function openReview(deps: ReviewDeps, caseId: string): Promise<void> {
  const found = await deps.cases.find(caseId);
  const request = found?.state.letter?.review;
  if (found === undefined || request === undefined) return;
  if (request.caseId !== undefined) return withhold(deps, found.state, request.caseId);
  const reviewId = derivedCaseId('letter-review', caseId, request.requestId);
  const known = await deps.cases.find(reviewId);
  const number = known?.state.number ?? (await file(deps, found.state, request, reviewId));
  const { requestId } = request;
  const command = { type: 'RecordReview', requestId, caseId: reviewId, number } as const;
  const recorded = await runCommand(deps, deps.cases, { caseId, command, actor: SYSTEM });
  if (recorded.ok || recorded.refusals[0]?.code === 'case-recorded-already') return;
  throw new Error(`case ${caseId}: its review was opened and could not be recorded`);
}

async function withhold(deps: ReviewDeps, from: CaseState, caseId: string): Promise<void> {
  const mark = await markOf(deps, from);
  if (mark === undefined) return;
  const command = { type: 'MarkSensitive', isSensitive: true, reason: mark.reason } as const;
  const marked = await runCommand(deps, deps.cases, { caseId, command, actor: SYSTEM });
  if (marked.ok || marked.refusals[0]?.code === 'marked-already') return;
  throw new Error(`case ${caseId}: it reviews a withheld letter and could not be withheld`);
}

/** Undefined where everybody of the office may read it. */
async function markOf(
  deps: ReviewDeps,
  from: CaseState,
): Promise<LetterFiling['sensitivity'] | undefined> {
  const item = await deps.findItem(from.itemCode, from.itemVersion);
  if (item === undefined) throw new Error(`item ${from.itemCode} is gone`);
  if (!isWithheld(from, item)) return undefined;
  // Confidential by law: nobody marked it.
  const byLaw = { reason: from.itemName, at: from.receivedAt, by: from.itemName };
  return from.letter?.sensitivity ?? byLaw;
}

async function file(
  deps: ReviewDeps,
  from: CaseState,
  request: Request,
  caseId: string,
): Promise<string> {
  const item = await deps.findItem(request.itemCode);
  if (item?.letter === undefined) throw new Error(`item ${request.itemCode} is gone`);
  const context = contextOf(deps, SYSTEM, item, await deps.directory.staff());
  const { requestId, reason, orgId } = request;
  const { applicant, contact, number } = from;
  const relation = item.letter.kind === 'recheck' ? 'recheck' : 'review';
  const properties = item.form?.schema.properties ?? {};
  const command = {
    type: 'ReceiveCase',
    caseId,
    applicant,
    contact,
    channel: 'online',
    form: formOf(from, item.name, reason, properties),
    materials: [],
    orgId,
    letter: {
      about: { caseId: from.caseId, number, requestId, relation },
      ...given('sensitivity', await markOf(deps, from)),
    },
  } as const;
  const received = await receiveNewCase(deps, command, context, contact.personId);
  if (!received.ok) throw new Error(`${caseId} is refused: ${received.refusals[0].code}`);
  return received.state.number;
}

/** What is asked, about which letter; the place stays the same. */
function formOf(
  from: CaseState,
  itemName: string,
  reason: string,
  properties: Readonly<Record<string, { readonly maxLength?: number }>>,
): FormData {
  const fields = {
    [letterFields.title]: `${itemName}：${textAt(from, letterFields.title) ?? from.itemName}`,
    [letterFields.body]: `${reason}（${from.number}）`,
    [letterFields.division]: textAt(from, letterFields.division),
    [letterFields.place]: textAt(from, letterFields.place),
  };
  const asked = Object.entries(fields).flatMap(([field, value]): [string, string][] => {
    const schema = properties[field];
    if (value === undefined || schema === undefined) return [];
    return [[field, [...value].slice(0, schema.maxLength ?? 10_000).join('')]];
  });
  return Object.fromEntries(asked);
}
