import type { MaterialCheck } from '../events.ts';
import type { ItemDefinition } from '../item.ts';
import { holdTaskFor, isRefusal } from '../permissions.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { Act } from './act.ts';

/** Each material: complete, missing or wrong, with what is wrong (核验材料). */
export const checkMaterials: Act<'CheckMaterials'> = {
  type: 'CheckMaterials',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTaskFor(state, context, taskId, ['intake']);
    if (isRefusal(held)) return held;
    return state.phase === 'received' ? undefined : refuse('wrong-phase', { phase: state.phase });
  },
  check: (_state, command, { item }) => [
    ...checkChecks(command.checks, item),
    ...unknownMaterials(command.paperReceived, item),
  ],
  perform(p, command) {
    if (command.checks.length > 0) p.emit({ type: 'MaterialsChecked', checks: command.checks });
    if (command.paperReceived.length > 0) {
      p.emit({ type: 'PaperReceived', materialIds: command.paperReceived });
    }
  },
};

/** A verdict other than complete must say what is wrong: the applicant has to act on it. */
export function checkChecks(checks: readonly MaterialCheck[], item: ItemDefinition): Refusal[] {
  const unknown = unknownMaterials(
    checks.map((check) => check.materialId),
    item,
  );
  const wordless = checks
    .filter((check) => check.verdict !== 'complete' && !check.problem?.trim())
    .map((check) =>
      refuse('correction-without-instruction', { material: nameOf(check.materialId, item) }),
    );
  return [...unknown, ...wordless];
}

function unknownMaterials(ids: readonly string[], item: ItemDefinition): Refusal[] {
  return ids
    .filter((id) => !item.materials.some((material) => material.id === id))
    .map((id) => refuse('material-unknown', { material: id }));
}

function nameOf(materialId: string, item: ItemDefinition): string {
  return item.materials.find((m) => m.id === materialId)?.name ?? materialId;
}
