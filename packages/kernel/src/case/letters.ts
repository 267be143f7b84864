/** What several acts on a letter ask and do. */
import { indexFlow, jumpToStep, stepOf } from '../flow/index.ts';
import { civilDate } from '../time/index.ts';
import { startClock } from './clocks.ts';
import type { CaseContext } from './commands.ts';
import type { ItemDefinition } from './item.ts';
import type { ItemLimit } from './item-limit.ts';
import type {
  LetterDefinition,
  LetterState,
  Publication,
  ReferralState,
  ReopeningCause,
} from './letter.ts';
import { hasCapability } from './permissions.ts';
import type { Proceeding } from './proceeding.ts';
import { refuse, type Refusal } from './refusals.ts';
import { hasEnded, type CasePhase, type CaseState } from './state.ts';
import { walkOf } from './walk.ts';

/** Who runs the letters' office; who may read what is sensitive. */
export const LETTERS_OFFICE = 'letters-office';
export const SPECIAL_LETTERS = 'special-letters';

export interface Letter {
  readonly definition: LetterDefinition;
  readonly letter: LetterState;
}

export function letterOf(state: CaseState, { item }: Pick<CaseContext, 'item'>): Letter | Refusal {
  const { letter } = state;
  const definition = item.letter;
  if (letter === undefined || definition === undefined) return refuse('not-a-letter');
  return { definition, letter };
}

/** Where the acts that change it have made sure that it is one. */
export function knownLetter(p: Proceeding): Letter {
  const found = letterOf(p.state(), p.context);
  if ('code' in found) throw new Error('permit and perform disagree');
  return found;
}

/**
 * Sensitive, or confidential by law: nothing of it becomes public, and only who has it and who is
 * appointed for such letters reads it.
 * @basis 信访工作条例 第三十条: 不得将信访人的检举、揭发材料以及有关情况透露或者转给被检举、揭发的人员或者单位。
 */
export function isWithheld(
  state: Pick<CaseState, 'letter'>,
  item: Pick<ItemDefinition, 'letter'>,
): boolean {
  return item.letter?.isConfidential === true || state.letter?.sensitivity !== undefined;
}

/** What was not accepted, or was taken back, is nobody else's to read. */
const PUBLIC_IN: ReadonlySet<CasePhase> = new Set<CasePhase>([
  'accepted',
  'decided',
  'concluded',
  'archived',
]);

export function canBePublic({ phase }: Pick<CaseState, 'phase'>): boolean {
  return PUBLIC_IN.has(phase);
}

/** Its wording, exactly while everybody may read it: an end of another kind takes it back. */
export function publicationOf(
  state: Pick<CaseState, 'letter' | 'phase'>,
  item: Pick<ItemDefinition, 'letter'>,
): Publication | undefined {
  return isWithheld(state, item) || !canBePublic(state) ? undefined : state.letter?.publication;
}

export function latestReferral(letter: LetterState): ReferralState | undefined {
  return letter.referrals.at(-1);
}

/** The limits of the procedure that it is handled by. */
export function acceptanceLimit(
  { simple, acceptance }: LetterDefinition,
  procedure: LetterState['procedure'],
): ItemLimit | undefined {
  return procedure === 'simple' && simple !== undefined ? simple.acceptance : acceptance;
}

export function resultLimit(
  item: ItemDefinition,
  procedure: LetterState['procedure'],
): ItemLimit | undefined {
  const simple = item.letter?.simple;
  return procedure === 'simple' && simple !== undefined ? simple.result : item.statutoryLimit;
}

/** Of the letters' office; of withheld ones only of those appointed for them. */
export function permitOffice(state: CaseState, context: CaseContext): Refusal | undefined {
  const right = isWithheld(state, context.item) ? SPECIAL_LETTERS : LETTERS_OFFICE;
  return hasCapability(context, right) ? undefined : refuse('right-missing', { right });
}

export function isAnswered({ answers, round }: LetterState): boolean {
  return answers.some((answer) => answer.round === round);
}

/** 追问, 整改: one more round, from the step at which answers are written. */
export function reopen(p: Proceeding, cause: ReopeningCause, text: string): void {
  const { definition, letter } = knownLetter(p);
  const round = letter.round + 1;
  p.emit({ type: 'LetterReopened', round, cause, text });
  const isQuestion = cause === 'follow-up';
  const limit = isQuestion ? definition.followUp : definition.rectification;
  const kind = isQuestion ? 'follow-up' : 'rectification';
  if (limit !== undefined) {
    const { ruleId, amount } = limit;
    const from = civilDate(p.context.at);
    startClock(p, { clockId: `${kind}#${round}`, kind, ruleId, amount, from });
  }
  const walk = walkOf(p);
  p.emitBySystem(`letter:${cause}`, () =>
    jumpToStep(walk, stepOf(walk.flow, definition.answerStep), text),
  );
}

/** Whether a further round can begin: it was answered, and nothing higher has taken it up. */
export function refuseReopening(state: CaseState, context: CaseContext): Refusal | undefined {
  const found = letterOf(state, context);
  if ('code' in found) return found;
  if (!isAnswered(found.letter) || !hasEnded(state)) return refuse('not-answered-yet');
  if (state.phase !== 'concluded') return refuse('case-has-ended', { phase: state.phase });
  if (found.letter.review !== undefined) return refuse('review-requested-already');
  const { flow } = context.item;
  const isThere = flow !== undefined && indexFlow(flow).has(found.definition.answerStep);
  return isThere ? undefined : refuse('task-unknown', { taskId: '' });
}
