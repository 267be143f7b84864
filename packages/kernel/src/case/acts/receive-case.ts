import { completeNode, endFlow, openTasks, settleStep, stepOf, stepsOf } from '../../flow/index.ts';
import { checkForm, type FormData } from '../../form/index.ts';
import { addDays, civilDate, filingDay, type PlainDate } from '../../time/index.ts';
import { isOfOtherSide } from '../apart.ts';
import { startClock } from '../clocks.ts';
import type { CaseContext, CommandOf } from '../commands.ts';
import type { FiledMaterial } from '../filed-material.ts';
import type { ImportedLetter, LetterFiling } from '../letter.ts';
import { requiredMaterials } from '../materials.ts';
import { orderDocumentFor } from '../order-document.ts';
import type { Actor } from '../party.ts';
import { hasCapability } from '../permissions.ts';
import type { Proceeding } from '../proceeding.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { checkPages } from '../upload-rules.ts';
import { startFlow, walkOf } from '../walk.ts';
import { passIntake, recordAcceptance } from './accept-case.ts';

/** Why a filing is not received, most basic reason first; empty when it will be. */
export function checkFiling(
  command: CommandOf<'ReceiveCase'>,
  context: CaseContext,
): readonly Refusal[] {
  const { item } = context;
  if (!item.isOnline || item.flow === undefined || item.form === undefined) {
    return [refuse('item-not-online', { item: item.name })];
  }
  const refusal = checkFiler(command, context);
  if (refusal !== undefined) return [refusal];
  const unlawful = checkLetterFiling(command, context);
  if (unlawful !== undefined) return [unlawful];
  const problems = checkForm(item.form, command.form, { today: civilDate(context.at) });
  return [
    ...problems.map((p) => refuse('form-incomplete', { field: p.field, problem: p.code })),
    ...checkFiledMaterials(command.materials, command.form, context),
  ];
}

/** Who files: the applicant or the counter; of an internal approval only whose it is. */
function checkFiler(
  { applicant, contact, form, parent }: CommandOf<'ReceiveCase'>,
  context: CaseContext,
): Refusal | undefined {
  const { actor, item } = context;
  if (actor.kind === 'system') return undefined;
  // Parts of a whole are opened by its own case.
  if (parent !== undefined) return refuse('right-missing', { right: 'system' });
  if (item.lifecycle === 'internal') {
    return checkStarter(actor, applicant.personId, form, context);
  }
  const right = item.lifecycle === 'letter' ? 'enter-letters' : 'file-on-behalf';
  if (actor.kind === 'staff' && !hasCapability(context, right)) {
    return refuse('right-missing', { right });
  }
  return actor.kind === 'applicant' && actor.personId !== contact.personId
    ? refuse('not-your-case')
    : undefined;
}

/** 发起: by whose it is, with the capability that the item asks for, and not about one's own unit. */
function checkStarter(
  actor: Actor,
  applicantId: string,
  form: FormData,
  context: CaseContext,
): Refusal | undefined {
  if (actor.kind !== 'staff' || actor.personId !== applicantId) return refuse('not-your-case');
  const { startCapability: right, flow } = context.item;
  if (right !== undefined && !hasCapability(context, right)) {
    return refuse('right-missing', { right });
  }
  const steps = flow === undefined ? [] : stepsOf(flow);
  const filing = steps.find(({ duty }) => duty === 'filing');
  const { apartFrom } = filing ?? {};
  return apartFrom !== undefined && isOfOtherSide(apartFrom, form, context, actor)
    ? refuse('duties-apart', { step: filing?.name ?? '' })
    : undefined;
}

const MOST_REPRESENTATIVES = 5;
/** A letter on paper may have lain in the post room, but nothing is entered for last month. */
const MOST_DAYS_BEFORE = 15;

/**
 * @basis 信访工作条例 第二十条: 多人采用走访形式提出共同的信访事项的，应当推选代表，代表人数不得超过5人。
 */
function checkLetterFiling(
  { letter, receivedOn }: CommandOf<'ReceiveCase'>,
  { actor, item, at }: CaseContext,
): Refusal | undefined {
  if (item.lifecycle !== 'letter') {
    return letter === undefined && receivedOn === undefined ? undefined : refuse('not-a-letter');
  }
  if ((letter?.representatives ?? []).length > MOST_REPRESENTATIVES) {
    return refuse('representatives-too-many', { most: MOST_REPRESENTATIVES });
  }
  const { about, imported, sensitivity } = letter ?? {};
  const isOfSystem = [about, imported, sensitivity].some((stated) => stated !== undefined);
  if (isOfSystem && actor.kind !== 'system') return refuse('right-missing', { right: 'system' });
  return isReceiptPossible(letter, receivedOn, actor, civilDate(at))
    ? undefined
    : refuse('received-day-not-possible', { most: MOST_DAYS_BEFORE });
}

/** Records of another system go back for years; what was answered there was received before. */
function isReceiptPossible(
  letter: LetterFiling | undefined,
  receivedOn: PlainDate | undefined,
  actor: Actor,
  today: PlainDate,
): boolean {
  const answeredOn = letter?.imported?.answer?.answeredOn;
  if (answeredOn !== undefined && (answeredOn > today || answeredOn < (receivedOn ?? today))) {
    return false;
  }
  if (receivedOn === undefined) return true;
  if (actor.kind === 'applicant' || receivedOn > today) return false;
  return actor.kind === 'system' || receivedOn >= addDays(today, -MOST_DAYS_BEFORE);
}

/** Materials that are unknown, missing, or break their upload rule. */
function checkFiledMaterials(
  materials: readonly FiledMaterial[],
  form: CommandOf<'ReceiveCase'>['form'],
  { item }: CaseContext,
): Refusal[] {
  const filed = new Map(materials.map((m) => [m.materialId, m]));
  const missing = requiredMaterials(item, form)
    .filter((definition) => !isHandedIn(filed.get(definition.id)))
    .map((definition) => refuse('material-missing', { material: definition.name }));
  return [...missing, ...checkMaterialFiles(materials, item)];
}

export function checkMaterialFiles(
  materials: readonly FiledMaterial[],
  item: CaseContext['item'],
): Refusal[] {
  return materials.flatMap((material) => {
    const definition = item.materials.find((m) => m.id === material.materialId);
    if (definition === undefined) {
      return [refuse('material-unknown', { material: material.materialId })];
    }
    if (material.isCommitted !== undefined && definition.commitment === undefined) {
      return [refuse('commitment-not-possible', { material: definition.name })];
    }
    return checkPages(definition, material.pages);
  });
}

export function isHandedIn(
  material: Pick<FiledMaterial, 'pages' | 'isOnPaper' | 'heldFrom' | 'isCommitted'> | undefined,
): boolean {
  if (material === undefined) return false;
  const { pages, isOnPaper, heldFrom, isCommitted } = material;
  return pages.length > 0 || isOnPaper || heldFrom !== undefined || isCommitted === true;
}

export function performFiling(p: Proceeding, command: CommandOf<'ReceiveCase'>): void {
  const { at, calendar, policies, item } = p.context;
  const receivedOn = command.receivedOn ?? filingDay(policies.filingDay, at, calendar);
  p.emit({
    type: 'CaseReceived',
    caseId: command.caseId,
    number: command.number,
    itemCode: item.code,
    itemVersion: item.version,
    itemName: item.name,
    orgId: command.orgId ?? item.orgId,
    applicant: command.applicant,
    contact: command.contact,
    channel: command.channel,
    receivedOn,
    form: command.form,
    materials: command.materials,
    ...(item.lifecycle === undefined ? {} : { lifecycle: item.lifecycle }),
    ...(command.letter === undefined ? {} : { letter: withoutAnswer(command.letter) }),
    ...(command.parent === undefined ? {} : { parent: command.parent }),
  });
  if (item.lifecycle === 'internal') return fileInternally(p);
  if (item.lifecycle === 'letter') {
    const answer = command.letter?.imported?.answer;
    return answer === undefined ? receiveLetter(p) : recordAnswered(p, answer);
  }
  if (command.parent === undefined) {
    startClock(p, {
      clockId: 'correction#1',
      kind: 'correction',
      ruleId: item.correctionRule,
      from: receivedOn,
    });
    // The whole's receipt and notice of acceptance are its parts' too.
    orderDocumentFor(p, 'received');
  }
  startFlow(p);
  // The whole was accepted: its parts are accepted with it, on the day on which they are opened.
  if (command.parent !== undefined)
    p.emitBySystem('joint-acceptance', () => acceptPart(p, command));
}

/** The limits that run from receipt; whether it is accepted is still to be said. */
function receiveLetter(p: Proceeding): void {
  const { item } = p.context;
  const { letter, receivedOn: from } = p.state();
  const { registration, acceptance, acceptanceFrom, resultFrom } = item.letter ?? {};
  if (registration !== undefined) {
    startClock(p, { clockId: 'registration', kind: 'registration', from, ...registration });
  }
  const isTold = acceptanceFrom === 'receipt' && letter?.isAnonymous !== true;
  if (acceptance !== undefined && isTold) {
    startClock(p, { clockId: 'acceptance', kind: 'acceptance', from, ...acceptance });
  }
  if (resultFrom === 'receipt' && item.statutoryLimit !== undefined) {
    startClock(p, { clockId: 'statutory', kind: 'statutory', from, ...item.statutoryLimit });
  }
  orderDocumentFor(p, 'received');
  startFlow(p);
}

/** The answer is an event of its own. */
function withoutAnswer(letter: LetterFiling): LetterFiling {
  const { imported } = letter;
  return imported === undefined ? letter : { ...letter, imported: { by: imported.by } };
}

/**
 * Answered where it came from: over on the day stated, without limits of ours. Its walk is begun
 * and ended, so that it can be taken up again like any other.
 */
function recordAnswered(
  p: Proceeding,
  { answeredOn, ...answer }: NonNullable<ImportedLetter['answer']>,
): void {
  startFlow(p);
  endFlow(walkOf(p), 'approved');
  p.emit({ type: 'AnswerGiven', round: 1, answer, answeredOn });
  const basis = answer.basis ?? [];
  p.emit({ type: 'DecisionMade', outcome: 'answered', decidedOn: answeredOn, reason: '', basis });
  p.emit({ type: 'CaseConcluded', concludedOn: answeredOn, outcome: 'answered' });
}

/** 发起: the filing step is the applicant's, and done by the filing itself. */
function fileInternally(p: Proceeding): void {
  startFlow(p);
  const walk = walkOf(p);
  const [task] = openTasks(p.state().marking).filter(
    ({ stepId }) => stepOf(walk.flow, stepId).duty === 'filing',
  );
  if (task === undefined) return;
  const { taskId, stepId, round } = task;
  p.emit({ type: 'TaskDecided', taskId, stepId, round, verdict: 'approved', opinion: '' });
  const step = stepOf(walk.flow, stepId);
  if (settleStep(walk, step) !== undefined) completeNode(walk, step);
}

function acceptPart(p: Proceeding, { deferred }: CommandOf<'ReceiveCase'>): void {
  recordAcceptance(p, civilDate(p.context.at), 'joint', deferred);
  passIntake(p);
}
