import { checkForm } from '../../form/index.ts';
import { civilDate, filingDay } from '../../time/index.ts';
import { startClock } from '../clocks.ts';
import type { CaseContext, CommandOf } from '../commands.ts';
import type { FiledMaterial } from '../events.ts';
import { requiredMaterials } from '../materials.ts';
import { orderDocumentFor } from '../order-document.ts';
import { hasCapability } from '../permissions.ts';
import type { Proceeding } from '../proceeding.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { checkPages } from '../upload-rules.ts';
import { startFlow } from '../walk.ts';

/** Why a filing is not received, most basic reason first; empty when it will be. */
export function checkFiling(
  command: CommandOf<'ReceiveCase'>,
  context: CaseContext,
): readonly Refusal[] {
  const { item, actor } = context;
  if (!item.isOnline || item.flow === undefined || item.form === undefined) {
    return [refuse('item-not-online', { item: item.name })];
  }
  if (actor.kind === 'staff' && !hasCapability(context, 'file-on-behalf')) {
    return [refuse('right-missing', { right: 'file-on-behalf' })];
  }
  if (actor.kind === 'applicant' && actor.personId !== command.contact.personId) {
    return [refuse('not-your-case')];
  }
  const problems = checkForm(item.form, command.form, { today: civilDate(context.at) });
  return [
    ...problems.map((p) => refuse('form-incomplete', { field: p.field, problem: p.code })),
    ...checkFiledMaterials(command.materials, command.form, context),
  ];
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
    return checkPages(definition, material.pages);
  });
}

export function isHandedIn(
  material: Pick<FiledMaterial, 'pages' | 'isOnPaper' | 'heldFrom'> | undefined,
): boolean {
  if (material === undefined) return false;
  return material.pages.length > 0 || material.isOnPaper || material.heldFrom !== undefined;
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
  });
  startClock(p, {
    clockId: 'correction#1',
    kind: 'correction',
    ruleId: item.correctionRule,
    from: receivedOn,
  });
  orderDocumentFor(p, 'received');
  startFlow(p);
}
