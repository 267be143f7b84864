import { openNodes, placeOf } from '../../flow/index.ts';
import { checkForm } from '../../form/index.ts';
import { civilDate, filingDay } from '../../time/index.ts';
import { startClock } from '../clocks.ts';
import type { CaseContext, CommandOf } from '../commands.ts';
import { requiredMaterials } from '../materials.ts';
import { ownEntry } from '../own-entry.ts';
import { hasCapability, isApplicant } from '../permissions.ts';
import type { Proceeding } from '../proceeding.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { flowOf, startStepClock } from '../walk.ts';
import type { Act } from './act.ts';
import { checkMaterialFiles, isHandedIn } from './receive-case.ts';

/** 补正: the applicant hands in what the notice named; the rest of the filing stays as it was. */
export const submitCorrection: Act<'SubmitCorrection'> = {
  type: 'SubmitCorrection',
  isForTask: false,
  permit(state, context) {
    if (!isApplicant(state, context) && !hasCapability(context, 'file-on-behalf')) {
      return refuse('not-your-case');
    }
    if (state.phase === 'correction-pending') return undefined;
    return refuse('wrong-phase', { phase: state.phase });
  },
  check(state, command, context) {
    const asked = state.corrections.at(-1)?.materialIds ?? [];
    const missing: Refusal[] = asked
      .filter((id) => !isHandedIn(command.materials.findLast((m) => m.materialId === id)))
      .map((id) => {
        const name = context.item.materials.find((m) => m.id === id)?.name ?? id;
        return refuse('correction-still-missing', { material: name });
      });
    const form = context.item.form;
    const problems =
      form === undefined
        ? []
        : checkForm(form, { ...state.form, ...command.form }, { today: civilDate(context.at) });
    return [
      ...changedReadOnly(state, command, context),
      ...missing,
      ...missingByForm(state, command, context),
      ...problems.map((p) => refuse('form-incomplete', { field: p.field, problem: p.code })),
      ...checkMaterialFiles(command.materials, context.item),
    ];
  },
  perform(p, command) {
    const { at, policies, calendar, item } = p.context;
    const receivedOn = filingDay(policies.filingDay, at, calendar);
    p.emit({
      type: 'CorrectionReceived',
      receivedOn,
      materials: command.materials,
      form: command.form,
    });
    // The office owes an answer again: silence over the corrected filing also means acceptance.
    startClock(p, {
      clockId: `correction#${p.state().corrections.length + 1}`,
      kind: 'correction',
      ruleId: item.correctionRule,
      from: receivedOn,
    });
    restartIntakeClock(p);
  },
};

/** What the platform worked out at the filing stays as it was, whatever a client sends. */
function changedReadOnly(
  state: CaseState,
  { form }: CommandOf<'SubmitCorrection'>,
  { item }: CaseContext,
): Refusal[] {
  const schemas = item.form?.schema.properties ?? {};
  return Object.entries(form)
    .filter(([field, value]) => {
      const schema = ownEntry(schemas, field);
      return schema?.readOnly === true && state.form[field] !== value;
    })
    .map(([field]) => refuse('field-not-writable', { field }));
}

/** Changed answers may ask for materials that were not asked for before. */
function missingByForm(
  state: CaseState,
  { materials, form }: CommandOf<'SubmitCorrection'>,
  { item }: CaseContext,
): Refusal[] {
  const asked = new Set(state.corrections.at(-1)?.materialIds);
  return requiredMaterials(item, { ...state.form, ...form })
    .filter(({ id }) => !asked.has(id))
    .filter(
      ({ id }) =>
        !isHandedIn(materials.findLast((m) => m.materialId === id) ?? state.materials[id]),
    )
    .map(({ name }) => refuse('material-missing', { material: name }));
}

/** The clerk's time stood still while the applicant corrected; it begins anew in this round. */
function restartIntakeClock(p: Proceeding): void {
  const flow = flowOf(p);
  for (const id of openNodes(p.state().marking)) {
    const { node } = placeOf(flow, id);
    if (node.kind !== 'step') continue;
    startStepClock(p, node, p.state().marking.nodes[id]?.round ?? 1);
  }
}
