/** The rows of a letter: for lists and reports of staff, and, once published, for the public. */
import {
  isWithheld,
  letterFields,
  publicationOf,
  type CaseContext,
  type CaseState,
  type LetterState,
  type Satisfaction,
} from '@yichuang/kernel/case';
import { SATISFACTIONS } from '@yichuang/kernel/words';

type Row = Readonly<Record<string, unknown>>;

export interface LetterRows {
  readonly row: Row;
  /** Absent while it is not public. */
  readonly published?: Row;
}

/** Undefined where the case is no letter. */
export function letterRows(state: CaseState, context: CaseContext): LetterRows | undefined {
  const { letter } = state;
  const { item } = context;
  if (letter === undefined || item.letter === undefined) return undefined;
  const row = rowOf(state, letter, context);
  const publication = publicationOf(state, item);
  if (publication === undefined) return { row };
  return { row, published: publishedRow(state, letter, context, publication) };
}

function rowOf(state: CaseState, letter: LetterState, context: CaseContext): Row {
  const { form } = state;
  const first = letter.answers[0];
  const rating = letter.answers.findLast((answer) => answer.rating !== undefined)?.rating;
  const due = dueClock(state);
  return {
    number: state.number,
    kind: context.item.letter?.kind,
    item_code: state.itemCode,
    channel: state.channel,
    title: textAt(form, letterFields.title) ?? state.itemName,
    body: textAt(form, letterFields.body) ?? '',
    category: textAt(form, letterFields.category) ?? null,
    division_id: textAt(form, letterFields.division) ?? null,
    place: textAt(form, letterFields.place) ?? null,
    source_number: letter.sourceNumber ?? null,
    sender_id: state.applicant.personId,
    sender_name: state.applicant.name,
    people: letter.people ?? 1,
    office_id: state.orgId,
    unit_id: letter.unit ?? null,
    phase: state.phase,
    outcome: outcomeOf(state, letter),
    is_withheld: isWithheld(state, context.item),
    is_simple: letter.procedure === 'simple',
    wants_public: textAt(form, letterFields.wantsPublic) ?? null,
    received_at: state.receivedAt,
    received_on: state.receivedOn,
    accepted_on: state.acceptedOn ?? null,
    answered_at: first?.answeredAt ?? null,
    answered_on: first?.answeredOn ?? null,
    due_on: due?.result.dueOn ?? null,
    was_late:
      first === undefined || due === undefined ? null : first.answeredAt >= due.result.overdueAt,
    rounds: letter.round,
    follow_ups: letter.reopenings.filter(({ cause }) => cause === 'follow-up').length,
    rectifications: letter.reopenings.filter(({ cause }) => cause !== 'follow-up').length,
    returns: returnsOf(state, letter, context.item),
    findings: letter.answers.reduce((sum, answer) => sum + answer.findings.length, 0),
    supervisions: letter.supervisions.length,
    office_rating: rating?.office ?? null,
    handler_rating: rating?.handler ?? null,
    published_at: publicationOf(state, context.item)?.at ?? null,
  };
}

/** The answer's own result where it states one; else how the case ended. */
function outcomeOf(state: CaseState, letter: LetterState): string | null {
  return letter.answers.at(-1)?.outcome ?? state.outcome ?? null;
}

/** The limit that the first answer has to keep. */
function dueClock(state: CaseState): CaseState['clocks'][string] | undefined {
  return state.clocks['committed'] ?? state.clocks['statutory'];
}

/** How often the answer was sent back: each reopening opens its step once more by itself. */
function returnsOf({ marking }: CaseState, letter: LetterState, item: CaseContext['item']): number {
  const step = item.letter?.answerStep;
  const opened = step === undefined ? 0 : (marking.nodes[step]?.round ?? 0);
  return Math.max(0, opened - letter.round);
}

function publishedRow(
  state: CaseState,
  letter: LetterState,
  context: CaseContext,
  { title, body, answers, at }: NonNullable<LetterState['publication']>,
): Row {
  const { form } = state;
  const clock = dueClock(state);
  const open = letter.answers.length === 0 ? clock : undefined;
  const rating = letter.answers.findLast((answer) => answer.rating !== undefined)?.rating;
  return {
    number: state.number,
    kind: context.item.letter?.kind,
    title,
    body,
    // An answer whose wording nobody has checked yet is not public.
    answers: letter.answers
      .filter(({ round }) => answers[String(round)] !== undefined)
      .map(({ round, answeredOn }) => ({
        round,
        text: answers[String(round)],
        answeredOn,
        unitId: letter.unit ?? state.orgId,
      })),
    course: courseOf(state, letter),
    category: textAt(form, letterFields.category) ?? null,
    division_id: textAt(form, letterFields.division) ?? null,
    unit_id: letter.unit ?? null,
    phase: state.phase,
    received_on: state.receivedOn,
    answered_on: letter.answers[0]?.answeredOn ?? null,
    due_on: open?.result.dueOn ?? null,
    overdue_at: open?.result.overdueAt ?? null,
    warn_at: open?.result.warnAt ?? null,
    satisfaction: rating === undefined ? null : worse(rating.office, rating.handler),
    published_at: at,
  };
}

/** What happened, without anybody's words or name. */
function courseOf(state: CaseState, letter: LetterState): readonly Row[] {
  const referred = letter.referrals
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ at, toOrg }) => ({ at, key: 'referred', unitId: toOrg }));
  const answered = letter.answers.map(({ answeredAt }) => ({ at: answeredAt, key: 'answered' }));
  const reopened = letter.reopenings.map(({ at, cause }) => ({ at, key: cause }));
  const rated = letter.answers.flatMap(({ rating }) =>
    rating === undefined ? [] : [{ at: rating.at, key: 'rated' }],
  );
  const accepted =
    state.acceptedOn === undefined ? [] : [{ on: state.acceptedOn, key: 'accepted' }];
  const received = { at: state.receivedAt, key: 'received' };
  return [received, ...accepted, ...referred, ...answered, ...reopened, ...rated];
}

function worse(one: Satisfaction, other: Satisfaction): Satisfaction {
  return SATISFACTIONS.indexOf(one) > SATISFACTIONS.indexOf(other) ? one : other;
}

function textAt(form: CaseState['form'], field: string): string | undefined {
  const value = form[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
