/** 容缺: what is handed in to the whole reaches its parts, and what they find counts for it. */
import { debtsOf, type CaseState, type PartFiling } from '@yichuang/kernel/case';
import { runCommand } from '../cases/index.ts';
import { JOINT_RULE, type JointDeps } from './joint-deps.ts';
import { handedOver } from './part-filing.ts';

/** Hands materials that came to the whole on to every part that still waits for them. */
export async function passOnSupplies(deps: JointDeps, whole: CaseState): Promise<void> {
  const supplied = new Set(
    debtsOf(whole).flatMap(({ status, materialId }) => (status === 'supplied' ? materialId : [])),
  );
  if (supplied.size === 0) return;
  const item = await deps.findItem(whole.itemCode, whole.itemVersion);
  for (const { partId, caseId } of openCases(whole)) {
    const part = (await deps.cases.find(caseId))?.state;
    const filing = item?.partFilings?.[partId];
    if (part === undefined || filing === undefined) continue;
    const materials = owedIn(part, filing)
      .filter(({ shared }) => supplied.has(shared))
      .flatMap(({ own, shared }) => {
        const material = whole.materials[shared];
        return material === undefined ? [] : [handedOver(own, material)];
      });
    if (materials.length === 0) continue;
    const { personId, name } = whole.contact;
    const actor = { kind: 'applicant', personId, name } as const;
    const command = { type: 'SupplyMaterials', materials } as const;
    await runCommand(deps, deps.cases, { caseId, command, actor });
  }
}

/** When every part that waited for a material has found it good, the whole is owed it no longer. */
export async function settleWhole(deps: JointDeps, part: CaseState): Promise<void> {
  const { parent } = part;
  if (parent === undefined) return;
  const whole = (await deps.cases.find(parent.caseId))?.state;
  if (whole === undefined) return;
  const item = await deps.findItem(whole.itemCode, whole.itemVersion);
  const siblings = await Promise.all(
    openCases(whole).map(async ({ partId, caseId }) => {
      const state = caseId === part.caseId ? part : (await deps.cases.find(caseId))?.state;
      const filing = item?.partFilings?.[partId];
      return state === undefined || filing === undefined ? [] : owedIn(state, filing, 'unsettled');
    }),
  );
  const waiting = new Set(siblings.flat().map(({ shared }) => shared));
  for (const debt of debtsOf(whole)) {
    const isOpen = debt.status === 'owed' || debt.status === 'supplied';
    if (debt.kind !== 'deferred-material' || !isOpen || waiting.has(debt.materialId)) continue;
    const actor = { kind: 'system', rule: JOINT_RULE } as const;
    const { debtId } = debt;
    const command = { type: 'SettleDebt', debtId, verdict: 'kept', note: '' } as const;
    await runCommand(deps, deps.cases, { caseId: whole.caseId, command, actor });
  }
}

function openCases(whole: CaseState): { readonly partId: string; readonly caseId: string }[] {
  return Object.values(whole.subcases).flatMap(({ parts }) =>
    Object.entries(parts).flatMap(([partId, { caseId }]) =>
      caseId === undefined ? [] : [{ partId, caseId }],
    ),
  );
}

/** Debts of a part, by the part's and the whole's name of the material. */
function owedIn(
  part: CaseState,
  filing: PartFiling,
  which: 'owed' | 'unsettled' = 'owed',
): { readonly own: string; readonly shared: string }[] {
  return debtsOf(part).flatMap(({ kind, status, materialId }) => {
    const isMeant = status === 'owed' || (which === 'unsettled' && status === 'supplied');
    const shared = filing.materials[materialId];
    if (kind !== 'deferred-material' || !isMeant || shared === undefined) return [];
    return [{ own: materialId, shared }];
  });
}
