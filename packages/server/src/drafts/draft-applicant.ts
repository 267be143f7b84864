/** For whom a draft is filed, and what the form knows from that. */
import type { DraftChange } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { FormData } from '@yichuang/kernel/form';
import { withoutPrefix, type FormSealer } from '../cases/index.ts';
import type { Person } from '../people/index.ts';
import type { Draft } from './draft-store.ts';
import { prefill } from './prefill.ts';

type Applicant = NonNullable<DraftChange['applicant']>;

/**
 * Names the applicant, and puts what is known of the new one where the form still says what was
 * known of the former one, or nothing. What somebody typed otherwise stays.
 */
export function withApplicant(
  sealer: FormSealer,
  draft: Draft,
  { form }: ItemDefinition,
  { applicant }: DraftChange,
  self: Person | undefined,
): Draft {
  if (applicant === undefined) return draft;
  const named = { ...draft, applicant: sealedParty(sealer, applicant) };
  if (form === undefined) return named;
  const facts = (of: Partial<Person> | undefined): FormData =>
    prefill(form, { contact: undefined, applicant: of });
  const former = facts(
    draft.applicant === undefined ? self : givenPerson(openParty(sealer, draft.applicant)),
  );
  const isSelf = applicant.kind === 'natural' && applicant.name === self?.name;
  const next = facts(isSelf ? self : givenPerson(applicant));
  const opened = sealer.open(draft.form);
  const isFree = (field: string): boolean =>
    opened[field] === undefined || opened[field] === former[field];
  const kept = Object.entries(draft.form).filter(
    ([field]) => former[field] === undefined || !isFree(field),
  );
  const known = Object.fromEntries(Object.entries(next).filter(([field]) => isFree(field)));
  return { ...named, form: { ...Object.fromEntries(kept), ...sealer.seal(form, known) } };
}

export function givenPerson(applicant: Applicant): Person {
  const { kind, name, code, phone } = applicant;
  return {
    id: '',
    kind,
    name,
    ...(phone === undefined ? {} : { phone }),
    ...(code === undefined ? {} : kind === 'legal' ? { creditCode: code } : { idNumber: code }),
  };
}

/** A natural person's numbers are sealed; a credit code is public. */
export function sealedParty(
  sealer: FormSealer,
  { kind, name, code, phone }: Applicant,
): NonNullable<Draft['applicant']> {
  return {
    kind,
    name,
    ...(code === undefined
      ? {}
      : { code: kind === 'natural' ? sealer.sealText(code) : withoutPrefix(code) }),
    ...(phone === undefined ? {} : { phone: sealer.sealText(phone) }),
  };
}

export function openParty(
  sealer: FormSealer,
  { kind, name, code, phone }: NonNullable<Draft['applicant']>,
): Applicant {
  return {
    kind,
    name,
    ...(code === undefined ? {} : { code: sealer.openText(code) }),
    ...(phone === undefined ? {} : { phone: sealer.openText(phone) }),
  };
}
