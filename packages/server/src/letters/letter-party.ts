/** Who a letter is from. Numbers that nobody has verified are kept with the letter alone. */
import type { LetterEntryBody, LetterFilingBody } from '@yichuang/contracts';
import type { LetterFiling, Party } from '@yichuang/kernel/case';
import { parseMobile } from '@yichuang/kernel/ids';
import { derivedCaseId, type FormSealer } from '../cases/index.ts';
import type { LetterDeps, Outcome } from './letter-deps.ts';
import { letterTexts } from './letter-texts.ts';

type Deps = Pick<LetterDeps, 'persons' | 'commands'>;
type Sender = LetterEntryBody['sender'];

/** Of a resident who is logged in: the phone is theirs, the name as far as it is known. */
export async function residentParty(
  { persons, commands: { sealer } }: Deps,
  personId: string,
  called: string | undefined,
): Promise<Party> {
  const person = await persons.get(personId);
  const { idNumber, creditCode, phone } = person;
  const code = person.kind === 'legal' ? creditCode : idNumber && sealer.sealText(idNumber);
  return {
    personId,
    kind: person.kind,
    name: person.name ?? cleanName(called) ?? letterTexts['zh-CN'].nameless,
    ...(code === undefined ? {} : { code }),
    ...(phone === undefined ? {} : { phone: sealer.sealText(phone) }),
  };
}

/**
 * Somebody without an account: a person of their own for each letter. Nobody has checked that the
 * phone is theirs, so it never leads to who logs in with it; it is kept, sealed, with the letter.
 *
 * @param caseId of the letter, from which the person follows: a repeated filing makes no second one
 */
export async function namelessParty(
  { persons, commands: { sealer } }: Deps,
  caseId: string,
  sender: Pick<Sender, 'name' | 'phone'>,
): Promise<Outcome<Party>> {
  const phone = sealedPhone(sealer, sender.phone);
  if (!phone.ok) return phone;
  const name = cleanName(sender.name);
  const personId = derivedCaseId('letter-sender', caseId);
  await persons.recordNameless(personId, name);
  const party = { personId, kind: 'natural', name: name ?? letterTexts['zh-CN'].nameless } as const;
  return { ok: true, value: { ...party, ...phone.value } };
}

/** At the window, with an identity number: the person of that number (see persons). */
export async function enteredParty(
  deps: Deps,
  caseId: string,
  sender: Sender,
): Promise<Outcome<Party>> {
  const { name, phone, idNumber } = sender;
  if (name === undefined || idNumber === undefined || idNumber.trim() === '') {
    return namelessParty(deps, caseId, sender);
  }
  const { sealer } = deps.commands;
  const sealed = sealedPhone(sealer, phone);
  if (!sealed.ok) return sealed;
  const recorded = await deps.persons.recordWalkIn({ kind: 'natural', name, idNumber });
  if (!recorded.ok) return recorded;
  const { personId } = recorded.value;
  const code = sealer.sealText(idNumber.trim().toUpperCase());
  return { ok: true, value: { personId, kind: 'natural', name, code, ...sealed.value } };
}

/** Representatives of a joint letter, their phones sealed. */
export function representativesOf(
  sealer: FormSealer,
  { representatives, people }: Pick<LetterFilingBody, 'representatives' | 'people'>,
): Outcome<Pick<LetterFiling, 'representatives' | 'people'>> {
  const named: NonNullable<LetterFiling['representatives']>[number][] = [];
  for (const { name, phone } of representatives ?? []) {
    const sealed = sealedPhone(sealer, phone);
    if (!sealed.ok) return sealed;
    named.push({ name: cleanName(name) ?? name, ...sealed.value });
  }
  return {
    ok: true,
    value: {
      ...(named.length === 0 ? {} : { representatives: named }),
      ...(people === undefined ? {} : { people }),
    },
  };
}

function sealedPhone(
  sealer: FormSealer,
  typed: string | undefined,
): Outcome<{ readonly phone?: string }> {
  if (typed === undefined || typed.trim() === '') return { ok: true, value: {} };
  const parsed = parseMobile(typed);
  if (!parsed.ok) {
    return {
      ok: false,
      refusals: [{ code: 'phone-invalid', params: { problem: parsed.problem } }],
    };
  }
  return { ok: true, value: { phone: sealer.sealText(parsed.value) } };
}

function cleanName(typed: string | undefined): string | undefined {
  const name = (typed ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}<>]/gu, '')
    .trim()
    .replace(/\s+/g, ' ');
  return name === '' ? undefined : name;
}
