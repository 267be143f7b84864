import type { CaseContext, CommandOf, ItemDefinition, Refusal } from '@yichuang/kernel/case';
import { decide } from '@yichuang/kernel/case';
import { contextOf, derivedCaseId, receiveNewCase } from '../cases/index.ts';
import type { Actor } from '@yichuang/kernel/case';
import { ConstraintViolation } from '../platform/operating-error.ts';
import type { LetterImportDeps } from './import-deps.ts';
import { importTexts } from './import-texts.ts';
import type { StatedLetter } from './letter-of-row.ts';
import { findBySource, type KnownLetter } from './source-numbers.pg.ts';

type Receive = Omit<CommandOf<'ReceiveCase'>, 'number'>;

/** For all letters of one file: read once. */
export interface Receipt {
  readonly context: CaseContext;
  readonly item: ItemDefinition;
  /** Who brings them over; absent where each is pushed as it comes, by the actor. */
  readonly importedBy?: { readonly personId: string; readonly name: string };
}

export async function openReceipt(
  deps: LetterImportDeps,
  item: ItemDefinition,
  actor: Actor,
  importedBy?: Receipt['importedBy'],
): Promise<Receipt> {
  const context = contextOf(deps, actor, item, await deps.directory.staff());
  return { context, item, ...(importedBy === undefined ? {} : { importedBy }) };
}

/** Why it would not be received; empty when it would. Nothing is written. */
export function refusalsOf(
  deps: LetterImportDeps,
  receipt: Receipt,
  letter: StatedLetter,
): readonly Refusal[] {
  const command = { ...commandOf(deps, receipt, letter), number: '' };
  const outcome = decide(undefined, command, receipt.context);
  return outcome.ok ? [] : outcome.refusals;
}

export type Received =
  | (KnownLetter & { readonly ok: true; readonly isNew: boolean })
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Of two that come at once with one number the first is the letter, and the second finds it. */
export async function receiveStated(
  deps: LetterImportDeps,
  receipt: Receipt,
  letter: StatedLetter,
): Promise<Received> {
  const command = commandOf(deps, receipt, letter);
  const { personId, name } = command.applicant;
  await deps.persons.recordNameless(personId, letter.name ?? (letter.account && name));
  const by = receipt.context.actor.kind === 'system' ? 'system' : receipt.context.actor.personId;
  try {
    const received = await receiveNewCase(deps, command, receipt.context, by);
    if (!received.ok) return received;
    const { caseId, number } = received.state;
    return { ok: true, caseId, number, isNew: true };
  } catch (error) {
    const isSecond =
      error instanceof ConstraintViolation && error.constraint === 'letter_source_key';
    const first = isSecond ? await knownOf(deps, letter) : undefined;
    if (first === undefined) throw error;
    return { ok: true, ...first, isNew: false };
  }
}

async function knownOf(
  { db, tenantId }: LetterImportDeps,
  { sourceNumber }: StatedLetter,
): Promise<KnownLetter | undefined> {
  return (await findBySource(db, tenantId, [sourceNumber])).get(sourceNumber);
}

function commandOf(deps: LetterImportDeps, receipt: Receipt, letter: StatedLetter): Receive {
  const { item, importedBy } = receipt;
  const { sourceNumber, title, body, receivedOn, place, divisionId, category } = letter;
  const party = partyOf(deps, letter);
  return {
    type: 'ReceiveCase',
    caseId: derivedCaseId('letter-of-source', sourceNumber),
    applicant: party,
    contact: party,
    channel: item.letter?.kind === 'hotline' ? 'hotline' : 'online',
    form: {
      title,
      body,
      ...(place === undefined ? {} : { place }),
      ...(divisionId === undefined ? {} : { division: divisionId }),
      ...(category === undefined ? {} : { category }),
    },
    materials: [],
    letter: {
      sourceNumber,
      ...(letter.name === undefined && letter.phone === undefined
        ? { isAnonymous: true as const }
        : {}),
      ...(importedBy === undefined ? {} : { imported: importedOf(letter, importedBy) }),
    },
    ...(receivedOn === undefined ? {} : { receivedOn }),
  };
}

type Party = Receive['applicant'];

/**
 * Who writes there under one account is one person here; without an account each letter has a
 * sender of its own, for a name alone is many people's. A phone that nobody has verified is kept,
 * sealed, with the letter.
 */
function partyOf({ sealer }: LetterImportDeps, letter: StatedLetter): Party {
  const { sourceNumber, account, name, phone } = letter;
  const personId =
    account === undefined
      ? derivedCaseId('letter-source-sender', sourceNumber)
      : derivedCaseId('letter-source-account', account);
  return {
    personId,
    kind: 'natural',
    name: name ?? account ?? importTexts['zh-CN'].nameless,
    ...(phone === undefined ? {} : { phone: sealer.sealText(phone) }),
  };
}

function importedOf(
  { answer }: StatedLetter,
  by: NonNullable<Receipt['importedBy']>,
): NonNullable<NonNullable<Receive['letter']>['imported']> {
  if (answer === undefined) return { by };
  const { text, on, by: officerName } = answer;
  const stated = { thanks: '', result: text, officerName, officerPhone: '', answeredOn: on };
  return { by, answer: stated };
}
