import type { ApplicantCommand, PersonName, StaffCommand } from '@yichuang/contracts';
import type { Addressee, Command, FiledMaterial } from '@yichuang/kernel/case';
import type { FormData } from '@yichuang/kernel/form';
import { civilDate, isPlainDate } from '@yichuang/kernel/time';
import type { Refusal } from '../platform/refusal.ts';
import type { CaseStore } from './case-store.ts';
import type { CaseDeps } from './case-deps.ts';
import { checkSecrets, type FormSealer } from './sensitive-fields.ts';

export interface CommandParts extends Pick<CaseDeps, 'findItem' | 'clock'> {
  readonly cases: CaseStore;
  /** Names by person of those among them who are staff with an open account. */
  readonly staffNames: (personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Why work cannot be handed out so; empty when it can. */
  readonly checkHandOut: (
    body: Extract<StaffCommand, { readonly type: 'HandOutCase' }>,
  ) => Promise<readonly Refusal[]>;
  /** What a body about a letter leaves to the server: findings, numbers, the reviewing body. */
  readonly completeLetter: (caseId: string, body: LetterBody) => Promise<Made<RunningCommand>>;
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

type Body = StaffCommand | ApplicantCommand;

/** Bodies that say less than their commands. */
export type LetterBody = Extract<
  Body,
  { readonly type: 'DraftAnswer' | 'LinkLetter' | 'RequestReview' }
>;

export type RunningCommand = Exclude<Command, { readonly type: 'ReceiveCase' }>;

export type Made<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** A request body as a kernel command: files looked up, personal numbers checked and sealed. */
export async function commandOf(
  parts: CommandParts,
  personId: string,
  caseId: string,
  body: Body,
): Promise<Made<RunningCommand>> {
  if (isLetterBody(body)) return parts.completeLetter(caseId, body);
  if (body.type === 'AmendForm') {
    const patch = await sealed(parts, caseId, body.patch);
    if (!patch.ok) return patch;
    const { materials: named, ...rest } = body;
    if (named === undefined) return { ok: true, value: { ...rest, patch: patch.value } };
    const filed = await parts.materialsOf(personId, named);
    if (!filed.ok) return filed;
    return { ok: true, value: { ...rest, patch: patch.value, materials: filed.value } };
  }
  if (body.type === 'ServeResult' && body.signatureSha256 !== undefined) {
    // The record must not name as a signature what somebody else uploaded, or nobody.
    const pages = [{ sha256: body.signatureSha256, name: 'signature' }];
    const signed = [{ materialId: 'signature', pages, isOnPaper: false }];
    const own = await parts.materialsOf(personId, signed);
    return own.ok ? { ok: true, value: body } : own;
  }
  if (body.type === 'SupplyMaterials') {
    const materials = await parts.materialsOf(personId, body.materials);
    return materials.ok ? { ok: true, value: { ...body, materials: materials.value } } : materials;
  }
  if (body.type !== 'SubmitCorrection' && body.type !== 'ResubmitCase') return named(parts, body);
  const materials = await parts.materialsOf(personId, body.materials);
  if (!materials.ok) return materials;
  const form = await sealed(parts, caseId, body.form);
  if (!form.ok) return form;
  return { ok: true, value: { ...body, materials: materials.value, form: form.value } };
}

function isLetterBody(body: Body): body is LetterBody {
  return ['DraftAnswer', 'LinkLetter', 'RequestReview'].includes(body.type);
}

type Named = Exclude<
  Body,
  | LetterBody
  | { readonly type: 'SubmitCorrection' | 'ResubmitCase' | 'SupplyMaterials' | 'AmendForm' }
>;

/** People by the names that the directory has: an event keeps them for ever. */
async function named(parts: CommandParts, body: Named): Promise<Made<RunningCommand>> {
  const nameOf = async ({ personId }: PersonName): Promise<PersonName | undefined> => {
    const name = (await parts.staffNames([personId])).get(personId);
    return name === undefined ? undefined : { personId, name };
  };
  if (body.type === 'HandOutCase') {
    const refusals = await parts.checkHandOut(body);
    return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: body };
  }
  if (body.type === 'CopyCase') {
    const people = body.to.flatMap((one) => ('post' in one ? [] : one.personId));
    const names = await parts.staffNames(people);
    const to = body.to.flatMap((one): Addressee[] => {
      if ('post' in one) return [one];
      const name = names.get(one.personId);
      return name === undefined ? [] : [{ personId: one.personId, name }];
    });
    if (to.length < body.to.length) return personUnknown;
    return { ok: true, value: { ...body, to } };
  }
  // To a side of the letter, not to a person.
  if (body.type === 'SendLetterMessage') return { ok: true, value: body };
  if ('to' in body) {
    const to = await nameOf(body.to);
    return to === undefined ? personUnknown : { ok: true, value: { ...body, to } };
  }
  if ('person' in body) {
    const person = await nameOf(body.person);
    return person === undefined ? personUnknown : { ok: true, value: { ...body, person } };
  }
  return withRealDays(body);
}

const personUnknown = { ok: false, refusals: [{ code: 'person-unknown' }] } as const;

/** Days that a body names; 30 February has the look of a day and is none. */
function withRealDays(body: Named): Made<RunningCommand> {
  const unreal = daysIn(body).find((day) => !isPlainDate(day));
  if (unreal !== undefined) {
    return { ok: false, refusals: [{ code: 'day-not-real', params: { day: unreal } }] };
  }
  // Every other text of a body is a text of its command; the days have just been looked at.
  return { ok: true, value: body as RunningCommand };
}

const DAY_FIELDS: ReadonlySet<string> = new Set(['reportBy', 'heldOn', 'dueOn']);

function daysIn(value: object): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (typeof inner === 'object' && inner !== null) return daysIn(inner);
    return DAY_FIELDS.has(key) && typeof inner === 'string' ? [inner] : [];
  });
}

async function sealed(
  parts: CommandParts,
  caseId: string,
  typed: FormData,
): Promise<Made<FormData>> {
  const found = await parts.cases.find(caseId);
  const item = found && (await parts.findItem(found.state.itemCode, found.state.itemVersion));
  if (item?.form === undefined) return { ok: true, value: typed };
  const value = parts.sealer.seal(item.form, typed);
  const today = civilDate(parts.clock.now());
  const refusals = checkSecrets(parts.sealer, item.form, value, today);
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value };
}
