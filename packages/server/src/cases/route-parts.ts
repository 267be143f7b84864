import { Type } from '@sinclair/typebox';
import type { StaffCommand } from '@yichuang/contracts';
import type { Command, FiledMaterial } from '@yichuang/kernel/case';
import type { FormData } from '@yichuang/kernel/form';
import type { Refusal } from '../platform/refusal.ts';
import type { CaseStore } from './case-store.ts';
import type { CaseDeps } from './case-deps.ts';
import type { FormSealer } from './sensitive-fields.ts';

export const caseParams = Type.Object({ caseId: Type.String({ maxLength: 64 }) });

/** A client's key for one intention; the same key gives the same answer. */
export const keyHeader = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ minLength: 8, maxLength: 100 })),
});

export interface CommandParts extends Pick<CaseDeps, 'findItem'> {
  readonly cases: CaseStore;
  readonly sealer: FormSealer;
  /** Pages named by a client, with what the server knows of them; refuses what is not theirs. */
  readonly materialsOf: (
    personId: string,
    materials: Extract<StaffCommand, { readonly type: 'SubmitCorrection' }>['materials'],
  ) => Promise<
    | { readonly ok: true; readonly value: readonly FiledMaterial[] }
    | { readonly ok: false; readonly refusals: readonly Refusal[] }
  >;
}

type RunningCommand = Exclude<Command, { readonly type: 'ReceiveCase' }>;

/** A request body as a kernel command: files looked up, personal numbers sealed. */
export async function commandOf(
  parts: CommandParts,
  personId: string,
  caseId: string,
  body: StaffCommand,
): Promise<
  | { readonly ok: true; readonly value: RunningCommand }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }
> {
  if (body.type === 'AmendForm') {
    return { ok: true, value: { ...body, patch: await sealed(parts, caseId, body.patch) } };
  }
  if (body.type !== 'SubmitCorrection') return { ok: true, value: body };
  const materials = await parts.materialsOf(personId, body.materials);
  if (!materials.ok) return materials;
  const form = await sealed(parts, caseId, body.form);
  return { ok: true, value: { type: body.type, materials: materials.value, form } };
}

async function sealed(parts: CommandParts, caseId: string, typed: FormData): Promise<FormData> {
  const found = await parts.cases.find(caseId);
  if (found === undefined) return typed;
  const item = await parts.findItem(found.state.itemCode, found.state.itemVersion);
  return item?.form === undefined ? typed : parts.sealer.seal(item.form, typed);
}
