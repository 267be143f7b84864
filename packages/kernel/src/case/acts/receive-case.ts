import { completeNode, openTasks, settleStep, stepOf } from '../../flow/index.ts';
import { checkForm } from '../../form/index.ts';
import { civilDate, filingDay } from '../../time/index.ts';
import { startClock } from '../clocks.ts';
import type { CaseContext, CommandOf } from '../commands.ts';
import type { FiledMaterial } from '../filed-material.ts';
import { requiredMaterials } from '../materials.ts';
import { orderDocumentFor } from '../order-document.ts';
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
  const problems = checkForm(item.form, command.form, { today: civilDate(context.at) });
  return [
    ...problems.map((p) => refuse('form-incomplete', { field: p.field, problem: p.code })),
    ...checkFiledMaterials(command.materials, command.form, context),
  ];
}

/** Who files: the applicant or the counter; of an internal approval only whose it is. */
function checkFiler(
  { applicant, contact, parent }: CommandOf<'ReceiveCase'>,
  context: CaseContext,
): Refusal | undefined {
  const { actor, item } = context;
  if (actor.kind === 'system') return undefined;
  // Parts of a whole are opened by its own case.
  if (parent !== undefined) return refuse('right-missing', { right: 'system' });
  if (item.lifecycle === 'internal') {
    const isOwn = actor.kind === 'staff' && actor.personId === applicant.personId;
    return isOwn ? undefined : refuse('not-your-case');
  }
  if (actor.kind === 'staff' && !hasCapability(context, 'file-on-behalf')) {
    return refuse('right-missing', { right: 'file-on-behalf' });
  }
  return actor.kind === 'applicant' && actor.personId !== contact.personId
    ? refuse('not-your-case')
    : undefined;
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
  const receivedOn = filingDay(policies.filingDay, at, calendar);
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
    ...(command.parent === undefined ? {} : { parent: command.parent }),
  });
  if (item.lifecycle === 'internal') return fileInternally(p);
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
