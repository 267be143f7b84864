/** What staff see of a letter beside the case; who wrote a withheld one only who is appointed. */
import type { StaffLetterView } from '@yichuang/contracts';
import {
  hasEnded,
  isWithheld,
  letterFields,
  LETTERS_OFFICE,
  SPECIAL_LETTERS,
  type CaseContext,
  type CaseState,
  type DraftedAnswer,
  type LetterState,
  type ReferralState,
} from '@yichuang/kernel/case';
import type { Language } from '../platform/refusal.ts';
import { textsOf } from './case-texts.ts';
import type { DirectoryOrg } from './directory.ts';
import { given, letterBaseOf, nameOf, textAt } from './letter-base.ts';
import { letterWords } from './letter.messages.ts';
import type { ViewDeps } from './view-deps.ts';

/**
 * Whether the reader is not to learn who wrote: of a sensitive or confidential letter all but those
 * appointed for such letters.
 * @basis 信访工作条例 第三十条: 不得将信访人的检举、揭发材料以及有关情况透露或者转给被检举、揭发的人员或者单位。
 */
export function hidesSender(state: CaseState, { item, actor }: CaseContext): boolean {
  if (state.letter === undefined || !isWithheld(state, item)) return false;
  return actor.kind === 'staff' && !actor.capabilities.includes(SPECIAL_LETTERS);
}

/** 来信人: what notices to staff call whoever wrote. */
export function senderWord(): string {
  return textsOf['zh-CN'].correspondents.sender;
}

/** What stands in place of the sender's name. */
export function hiddenSender(language: Language): string {
  return letterWords[language].hiddenSender;
}

export async function staffLetterView(
  deps: Pick<ViewDeps, 'directory' | 'sealer' | 'findingTexts'>,
  input: {
    readonly state: CaseState;
    readonly context: CaseContext;
    readonly language: Language;
    /** Whether the reader works on it now: sees numbers in full. */
    readonly isHandling: boolean;
  },
): Promise<StaffLetterView | undefined> {
  const { state, context, language } = input;
  const { letter } = state;
  const definition = context.item.letter;
  if (letter === undefined || definition === undefined) return undefined;
  const orgs = await deps.directory.orgs();
  const isHidden = hidesSender(state, context);
  const senderName = isHidden ? hiddenSender(language) : undefined;
  return {
    ...letterBaseOf(state, letter, context, orgs, (message) => {
      if (!mayHear(context, state, message)) return undefined;
      const isSender = message.from === 'sender';
      return { by: isSender && senderName !== undefined ? senderName : message.by.name };
    }),
    procedure: letter.procedure,
    canBeSimple: definition.simple !== undefined && !hasEnded(state),
    isSensitive: letter.sensitivity !== undefined,
    ...given('sensitivity', letter.sensitivity),
    representatives: isHidden ? [] : representativesOf(deps, letter, input.isHandling),
    ...given('people', letter.people),
    ...given('sourceNumber', letter.sourceNumber),
    ...given('unitId', letter.unit),
    referrals: letter.referrals.map((referral) => referralView(referral, orgs)),
    ...given('draft', draftView(deps, state, letter.draft, orgs, language)),
    results: [...(definition.results ?? [])],
    ...recordsOf(letter),
    ...given('wantsPublic', textAt(state, letterFields.wantsPublic)),
  };
}

/** The office hears everything; a handler what was said with the handlers. */
function mayHear(
  { actor, item }: CaseContext,
  state: CaseState,
  { from, to }: LetterState['messages'][number],
): boolean {
  if (actor.kind !== 'staff') return false;
  const right = isWithheld(state, item) ? SPECIAL_LETTERS : LETTERS_OFFICE;
  return actor.capabilities.includes(right) || from === 'handler' || to === 'handler';
}

function representativesOf(
  { sealer }: Pick<ViewDeps, 'sealer'>,
  { representatives = [] }: LetterState,
  isHandling: boolean,
): StaffLetterView['representatives'] {
  return representatives.map(({ name, phone }) => ({
    name,
    ...(phone === undefined || !isHandling ? {} : { phone: sealer.openText(phone) }),
  }));
}

function referralView(
  referral: ReferralState,
  orgs: ReadonlyMap<string, DirectoryOrg>,
): StaffLetterView['referrals'][number] {
  const { referralId, manner, toOrg, note, at, by, status } = referral;
  return {
    referralId,
    manner,
    toOrgId: toOrg,
    to: nameOf(orgs, toOrg),
    coUnits: referral.coUnits.map((id) => nameOf(orgs, id)),
    note,
    at,
    by,
    status,
    ...given('reportBy', referral.reportBy),
    ...given('objection', referral.objection),
    ...given('verdict', referral.verdict),
  };
}

function draftView(
  { findingTexts }: Pick<ViewDeps, 'findingTexts'>,
  state: CaseState,
  draft: DraftedAnswer | undefined,
  orgs: ReadonlyMap<string, DirectoryOrg>,
  language: Language,
): StaffLetterView['draft'] {
  if (draft === undefined) return undefined;
  const texts = findingTexts[language];
  return {
    round: draft.round,
    thanks: draft.thanks,
    result: draft.result,
    ...given('facts', draft.facts),
    basis: (draft.basis ?? []).map((basis) => ({ ...basis })),
    ...given('outcome', draft.outcome),
    officerName: draft.officerName,
    officerPhone: draft.officerPhone,
    unit: nameOf(orgs, state.letter?.unit ?? state.orgId),
    findings: draft.findings.map(({ code, quote }) => ({ code, text: texts[code] ?? code, quote })),
    by: draft.by,
    at: draft.at,
  };
}

type Records = Pick<
  StaffLetterView,
  'investigations' | 'mediations' | 'links' | 'callBacks' | 'supervisions' | 'publication'
>;

function recordsOf(letter: LetterState): Records {
  return {
    investigations: letter.investigations.map((record) => ({ ...record })),
    mediations: letter.mediations.map(({ mediationId, kind, heldOn, text, by }) => ({
      mediationId,
      kind,
      heldOn,
      text,
      by,
    })),
    links: letter.links.map(({ undoneReason: _reason, ...link }) => link),
    callBacks: letter.callBacks.map(({ callBackId: _id, ...call }) => call),
    supervisions: letter.supervisions.map((order) => ({ ...order })),
    ...(letter.publication === undefined
      ? {}
      : { publication: { ...letter.publication, answers: { ...letter.publication.answers } } }),
  };
}
