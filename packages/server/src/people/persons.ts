import { civilDate } from '@yichuang/kernel/time';
import {
  maskIdNumber,
  maskPhone,
  parseCitizenId,
  parseCreditCode,
  parseMobile,
} from '@yichuang/kernel/ids';
import { randomUUID } from 'node:crypto';
import type { Refusal } from '../platform/refusal.ts';
import type { PeopleParts } from './people-parts.ts';
import { personNumbers, type SealedNumber } from './person-numbers.ts';
import {
  findFromWindow,
  findPerson,
  insertOnce,
  insertPerson,
  updatePerson,
  type PersonRow,
} from './person-store.pg.ts';

/** A person with readable numbers, for a form or a document. Never for a log or a list. */
export interface Person {
  readonly id: string;
  readonly kind: 'natural' | 'legal';
  readonly name?: string;
  readonly phone?: string;
  readonly idNumber?: string;
  readonly creditCode?: string;
}

/** What a person sees of themselves. */
export interface Profile {
  readonly personId: string;
  readonly kind: 'natural' | 'legal';
  readonly name?: string;
  readonly phoneMasked?: string;
  readonly idNumberMasked?: string;
  readonly creditCode?: string;
  /** Name, and identity number or credit code, are there: an application can be filed. */
  readonly isComplete: boolean;
}

export interface ProfileInput {
  readonly kind: 'natural' | 'legal';
  readonly name: string;
  /** Of the person, or of the one who acts for the enterprise. */
  readonly idNumber?: string;
  readonly creditCode?: string;
}

export interface WalkIn extends ProfileInput {
  readonly phone?: string;
}

export type Refusals = readonly [Refusal, ...Refusal[]];
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: Refusals };

export function refused(
  code: string,
  params: Refusal['params'] = {},
): {
  ok: false;
  refusals: Refusals;
} {
  return { ok: false, refusals: [{ code, params }] };
}

interface Checked {
  readonly name: string;
  readonly idNumber: SealedNumber | null;
  readonly creditCode: string | null;
}

export interface Persons {
  get(personId: string): Promise<Person>;
  profile(personId: string): Promise<Profile>;
  completeProfile(personId: string, input: ProfileInput): Promise<Outcome<Profile>>;
  /** At the window: the person of that phone or number, or a new one (see walkInPerson). */
  recordWalkIn(input: WalkIn): Promise<Outcome<{ personId: string }>>;
  /**
   * Somebody of whom no number is known, under an id that follows from what they sent: twice the
   * same id is one person. Such a person cannot log in.
   */
  recordNameless(personId: string, name: string | undefined): Promise<void>;
  /** The person of a phone (in its one form), if there is one. */
  findByPhone(phone: string): Promise<string | undefined>;
  /** The person of a phone (in its one form), made on first sight. */
  ofPhone(phone: string): Promise<string>;
}

export function createPersons(parts: PeopleParts): Persons {
  const { db, tenantId, clock } = parts;
  const numbers = personNumbers(parts.secrets, tenantId);
  const require = async (personId: string): Promise<PersonRow> => {
    const row = await findPerson(db, tenantId, 'id', personId);
    if (row === undefined) throw new Error('there is no such person');
    return row;
  };
  const read = (row: PersonRow): Person => {
    const phone = numbers.openPhone(row.phone_sealed);
    const idNumber = numbers.openIdNumber(row.id_number_sealed);
    return {
      id: row.id,
      kind: row.kind,
      ...(row.name !== null && { name: row.name }),
      ...(phone !== undefined && { phone }),
      ...(idNumber !== undefined && { idNumber }),
      ...(row.credit_code !== null && { creditCode: row.credit_code }),
    };
  };
  const check = (input: ProfileInput): Outcome<Checked> => checkProfile(parts, input);
  return {
    get: async (personId) => read(await require(personId)),
    profile: async (personId) => profileOf(read(await require(personId))),
    async completeProfile(personId, input) {
      const checked = check(input);
      if (!checked.ok) return checked;
      const change = { kind: input.kind, ...checked.value, at: clock.now() };
      await updatePerson(db, tenantId, personId, change);
      return { ok: true, value: profileOf(read(await require(personId))) };
    },
    async recordWalkIn(input) {
      const checked = check(input);
      if (!checked.ok) return checked;
      const phone = input.phone === undefined ? undefined : parseMobile(input.phone);
      if (phone?.ok === false) return refused('phone-invalid', { problem: phone.problem });
      const sealed = phone === undefined ? null : numbers.phone(phone.value);
      const personId = await walkInPerson(parts, input.kind, checked.value, sealed);
      return { ok: true, value: { personId } };
    },
    recordNameless: (id, name) =>
      insertOnce(db, tenantId, { id, kind: 'natural', name: name ?? null, at: clock.now() }),
    findByPhone: async (phone) =>
      (await findPerson(db, tenantId, 'phone_index', numbers.phone(phone).index))?.id,
    async ofPhone(phone) {
      const sealed = numbers.phone(phone);
      const found = await findPerson(db, tenantId, 'phone_index', sealed.index);
      if (found !== undefined) return found.id;
      const nobody = { kind: 'natural', name: null, idNumber: null, creditCode: null } as const;
      const person = { id: randomUUID(), ...nobody, phone: sealed, at: clock.now() };
      return insertPerson(db, tenantId, person);
    },
  };
}

function checkProfile(parts: PeopleParts, input: ProfileInput): Outcome<Checked> {
  const name = input.name.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (name.length < 2 || name.length > 100 || /[\p{Cc}<>]/u.test(name)) {
    return refused('name-invalid');
  }
  const numbers = personNumbers(parts.secrets, parts.tenantId);
  let idNumber: SealedNumber | null = null;
  if (input.idNumber !== undefined && input.idNumber.trim() !== '') {
    const parsed = parseCitizenId(input.idNumber, civilDate(parts.clock.now()));
    if (!parsed.ok) return refused('id-number-invalid', { problem: parsed.problem });
    idNumber = numbers.idNumber(parsed.value);
  } else if (input.kind === 'natural') {
    return refused('id-number-invalid', { problem: 'length' });
  }
  if (input.kind === 'natural') return { ok: true, value: { name, idNumber, creditCode: null } };
  const creditCode = parseCreditCode(input.creditCode ?? '');
  if (!creditCode.ok) return refused('credit-code-invalid', { problem: creditCode.problem });
  return { ok: true, value: { name, idNumber, creditCode: creditCode.value } };
}

function profileOf(person: Person): Profile {
  const { id, kind, name, phone, idNumber, creditCode } = person;
  const hasNumber = kind === 'natural' ? idNumber !== undefined : creditCode !== undefined;
  return {
    personId: id,
    kind,
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phoneMasked: maskPhone(phone) }),
    ...(idNumber !== undefined && { idNumberMasked: maskIdNumber(idNumber) }),
    ...(creditCode !== undefined && { creditCode }),
    isComplete: name !== undefined && hasNumber,
  };
}

/**
 * Whose case is it? Identity numbers in profiles are what somebody typed, so a number alone never
 * leads to a person who can log in: whoever had typed a stranger's number would see the stranger's
 * case. It is the owner of the phone if the number fits, else a person from the window (no phone,
 * no log-in) with that number, else a new one, without the phone when it is somebody else's.
 */
async function walkInPerson(
  parts: PeopleParts,
  kind: 'natural' | 'legal',
  checked: Checked,
  phone: SealedNumber | null,
): Promise<string> {
  const { db, tenantId, clock } = parts;
  const owner =
    phone === null ? undefined : await findPerson(db, tenantId, 'phone_index', phone.index);
  if (owner !== undefined && owner.name === null) {
    await updatePerson(db, tenantId, owner.id, { kind, ...checked, at: clock.now() });
    return owner.id;
  }
  if (owner !== undefined && isSameOne(owner, kind, checked)) return owner.id;
  const number = checked.idNumber?.index;
  if (phone === null && kind === 'natural' && number !== undefined) {
    const found = await findFromWindow(db, tenantId, number);
    if (found !== undefined) return found.id;
  }
  const own = owner === undefined ? phone : null;
  const id = randomUUID();
  return insertPerson(db, tenantId, { id, kind, ...checked, phone: own, at: clock.now() });
}

function isSameOne(owner: PersonRow, kind: PersonRow['kind'], checked: Checked): boolean {
  if (owner.kind !== kind) return false;
  if (kind === 'legal') return owner.credit_code === checked.creditCode;
  return owner.id_number_index === checked.idNumber?.index;
}
