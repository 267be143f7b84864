/** A letter becomes a case: once, however often the same filing is sent. */
import { createHash } from 'node:crypto';
import type {
  LetterEntryBody,
  LetterEntryReceipt,
  LetterFilingBody,
  LetterReceipt,
} from '@yichuang/contracts';
import {
  letterFields,
  refuse,
  type Actor,
  type CaseContext,
  type CaseState,
  type Channel,
  type FiledMaterial,
  type LetterFiling,
  type Party,
  type Refusal,
} from '@yichuang/kernel/case';
import type { FormData } from '@yichuang/kernel/form';
import { maskPhone } from '@yichuang/kernel/ids';
import { civilDate, isPlainDate, plainDate } from '@yichuang/kernel/time';
import {
  applicantActor,
  checkSecrets,
  clockViews,
  contextOf,
  derivedCaseId,
  queryPassword,
  receiveNewCase,
  staffActor,
} from '../cases/index.ts';
import type { Session } from '../platform/http/index.ts';
import { ConstraintViolation } from '../platform/operating-error.ts';
import { addressKey } from '../platform/rate-limit/index.ts';
import type { Language } from '../platform/refusal.ts';
import { checkChoice, offeredTo, recordChoice } from './choose-notices.ts';
import { admit, admitMail, admitPhone } from './letter-gate.ts';
import type { LetterDeps, Outcome } from './letter-deps.ts';
import { findLetterItem, type LetterItem } from './letter-items.pg.ts';
import { recordEntry } from './letter-senders.pg.ts';
import { enteredParty, namelessParty, representativesOf, residentParty } from './letter-party.ts';
import { ATTACHMENTS, uploadersOf, type Writer } from './letter-writer.ts';

export async function fileLetter(
  deps: LetterDeps,
  writer: Writer,
  body: LetterFilingBody,
  key: string,
  language: Language,
): Promise<Outcome<LetterReceipt>> {
  // Whoever has no account proves by the whole filing that the receipt is theirs: keys can be
  // guessed, and a receipt holds the query password.
  const caseId =
    writer.personId === undefined
      ? derivedCaseId('quick-letter', key, contentOf(body))
      : derivedCaseId('letter', writer.personId, key);
  const known = await deps.cases.find(caseId);
  if (known !== undefined) return receipt(deps, known.state, language);
  const refusal = await admit(deps, 'file', writer);
  if (refusal !== undefined) return { ok: false, refusals: [refusal] };
  const item = await findLetterItem(deps, body.itemCode);
  if (item === undefined) return notOffered(body.itemCode);
  const sender = body.sender ?? {};
  const left = writer.personId === undefined ? sender.phone : undefined;
  const overused = left === undefined ? undefined : await admitPhone(deps, left);
  if (overused !== undefined) return { ok: false, refusals: [overused] };
  const party: Outcome<Party> =
    writer.personId === undefined
      ? await namelessParty(deps, caseId, sender)
      : { ok: true, value: await residentParty(deps, writer.personId, sender.name) };
  if (!party.ok) return party;
  const reach = {
    hasInbox: writer.personId !== undefined,
    hasPhone: party.value.phone !== undefined,
  };
  const chosen = body.notices && checkChoice(body.notices, offeredTo(deps.notices, reach));
  if (chosen?.ok === false) return chosen;
  const mail = chosen?.value.mail;
  const flooded = mail === undefined ? undefined : await admitMail(deps, mail);
  if (flooded !== undefined) return { ok: false, refusals: [flooded] };
  if (writer.personId === undefined && writer.isStaff) {
    await recordEntry(deps.db, deps.tenantId, caseId, { network: addressKey(deps, writer.ip) });
  }
  if (chosen !== undefined) await recordChoice(deps, caseId, chosen.value);
  const actor = applicantActor(party.value);
  const uploaders = uploadersOf(writer);
  return receive(deps, { caseId, item, body, party: party.value, actor, uploaders }, language);
}

/**
 * A letter on paper, a visit, a call: entered by staff, perhaps some days after it came. The
 * password is the sender's alone: it goes to their phone, or onto a slip.
 */
export async function enterLetter(
  deps: LetterDeps,
  { session, ip }: { readonly session: Session; readonly ip: string },
  body: LetterEntryBody,
  key: string,
  language: Language,
): Promise<Outcome<LetterEntryReceipt>> {
  const caseId = derivedCaseId('letter-entry', session.personId, key);
  const known = await deps.cases.find(caseId);
  if (known !== undefined) return entryReceipt(deps, known.state, language);
  const item = await findLetterItem(deps, body.itemCode);
  if (item === undefined) return notOffered(body.itemCode);
  const party = await enteredParty(deps, caseId, body.sender);
  if (!party.ok) return party;
  const { name, phone } = body.sender;
  const actor = staffActor(session);
  const uploaders = [session.personId];
  const entry = {
    channel: body.channel,
    letter: {
      ...(body.sourceNumber === undefined ? {} : { sourceNumber: body.sourceNumber }),
      // Online one can always look; of a letter on paper nobody could be told.
      ...(name === undefined && phone === undefined ? { isAnonymous: true as const } : {}),
    },
    ...(body.receivedOn === undefined ? {} : { receivedOn: body.receivedOn }),
  };
  const input = { caseId, item, body, party: party.value, actor, uploaders, entry };
  const entered = { enteredBy: session.personId, network: addressKey(deps, ip) };
  await recordEntry(deps.db, deps.tenantId, caseId, entered);
  const received = await receive(deps, input, language);
  if (!received.ok) return received;
  const stored = await deps.cases.find(caseId);
  if (stored === undefined) throw new Error(`letter ${caseId} was received and is not there`);
  return entryReceipt(deps, stored.state, language);
}

interface Filing {
  readonly caseId: string;
  readonly item: LetterItem;
  readonly body: LetterFilingBody;
  readonly party: Party;
  readonly actor: Actor;
  /** As whose uploads the pages may have been stored. */
  readonly uploaders: readonly string[];
  readonly entry?: {
    readonly channel: Channel;
    readonly letter: LetterFiling;
    readonly receivedOn?: string;
  };
}

async function receive(
  deps: LetterDeps,
  { caseId, item, body, party, actor, uploaders, entry }: Filing,
  language: Language,
): Promise<Outcome<LetterReceipt>> {
  const representatives = representativesOf(deps.commands.sealer, body);
  if (!representatives.ok) return representatives;
  const materials = await materialsOf(deps, uploaders, body);
  if (!materials.ok) return materials;
  const form = formOf(deps, item, body.form, entry === undefined);
  if (!form.ok) return form;
  const unknown = await unknownPlace(deps, form.value);
  if (unknown !== undefined) return { ok: false, refusals: [unknown] };
  const day = entry?.receivedOn;
  if (day !== undefined && !isPlainDate(day)) {
    return { ok: false, refusals: [{ code: 'day-not-real', params: { day } }] };
  }
  const context = contextOf(deps, actor, item, await deps.directory.staff());
  const received = await receiveOnce(
    deps,
    {
      type: 'ReceiveCase',
      caseId,
      applicant: party,
      contact: party,
      channel: entry?.channel ?? 'online',
      form: form.value,
      materials: materials.value,
      letter: { ...representatives.value, ...entry?.letter },
      ...(day === undefined ? {} : { receivedOn: plainDate(day) }),
    },
    context,
    actor.kind === 'system' ? 'system' : actor.personId,
  );
  return received.ok ? receipt(deps, received.state, language) : received;
}

/** What another system numbered is one letter here, whoever enters it a second time. */
async function receiveOnce(
  deps: LetterDeps,
  command: Parameters<typeof receiveNewCase>[1],
  context: CaseContext,
  by: string,
): Promise<Awaited<ReturnType<typeof receiveNewCase>> | ReturnType<typeof taken>> {
  try {
    return await receiveNewCase(deps, command, context, by);
  } catch (error) {
    const isTaken =
      error instanceof ConstraintViolation && error.constraint === 'letter_source_key';
    if (!isTaken) throw error;
    return taken(command.letter?.sourceNumber ?? '');
  }
}

function taken(number: string) {
  const refusal = { code: 'source-number-taken', params: { number } } as const;
  return { ok: false, refusals: [refusal] } as const;
}

async function materialsOf(
  deps: LetterDeps,
  uploaders: readonly string[],
  { pages = [] }: LetterFilingBody,
): Promise<Outcome<readonly FiledMaterial[]>> {
  if (pages.length === 0) return { ok: true, value: [] };
  const filed = [{ materialId: ATTACHMENTS, pages, isOnPaper: false }];
  for (const uploader of uploaders) {
    const found = await deps.drafts.materialsOf(uploader, filed);
    if (found.ok) return found;
  }
  return { ok: false, refusals: [{ code: 'upload-not-yours' }] };
}

/** Places and offices stand in public statistics by their names: none is made up by who writes. */
async function unknownPlace(
  { directory }: LetterDeps,
  form: FormData,
): Promise<Refusal | undefined> {
  const orgs = await directory.orgs();
  const field = [letterFields.division, letterFields.accusedOrg].find((name) => {
    const orgId = form[name];
    return typeof orgId === 'string' && !orgs.has(orgId);
  });
  return field && refuse('form-incomplete', { field, problem: 'field-not-in-list' });
}

/**
 * Fields of the form only; personal numbers sealed; empty ones left out. The category is the
 * office's to say: from a sender it would stand in statistics, and teach, unread.
 */
function formOf(
  { commands: { sealer }, clock }: LetterDeps,
  { form }: LetterItem,
  typed: FormData,
  isOfSender: boolean,
): Outcome<FormData> {
  const { properties } = form.schema;
  const known = Object.entries(typed).filter(
    ([field, value]) =>
      Object.hasOwn(properties, field) &&
      properties[field]?.readOnly !== true &&
      !(isOfSender && field === letterFields.category) &&
      value !== null &&
      value !== '',
  );
  const value = sealer.seal(form, Object.fromEntries(known));
  const refusals = checkSecrets(sealer, form, value, civilDate(clock.now()));
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value };
}

async function receipt(
  deps: LetterDeps,
  state: CaseState,
  language: Language,
): Promise<Outcome<LetterReceipt>> {
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  const context = contextOf(deps, { kind: 'system', rule: 'receipt' }, item);
  return {
    ok: true,
    value: {
      caseId: state.caseId,
      number: state.number,
      password: queryPassword(deps.secrets, deps.tenantId, state.caseId).plain,
      itemName: language === 'en' ? (item.nameEn ?? item.name) : item.name,
      clocks: clockViews(state, context, language).filter(({ kind }) => kind !== 'step'),
    },
  };
}

async function entryReceipt(
  deps: LetterDeps,
  state: CaseState,
  language: Language,
): Promise<Outcome<LetterEntryReceipt>> {
  const made = await receipt(deps, state, language);
  if (!made.ok) return made;
  const { password: _password, ...shown } = made.value;
  const { phone } = state.contact;
  const sentTo =
    phone === undefined ? {} : { sentTo: maskPhone(deps.commands.sealer.openText(phone)) };
  return { ok: true, value: { ...shown, ...sentTo } };
}

function notOffered(item: string): { readonly ok: false; readonly refusals: [{ code: string }] } {
  return { ok: false, refusals: [refuse('item-not-online', { item })] };
}

function contentOf(body: LetterFilingBody): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(body)))
    .digest('hex');
}

/** The same filing says the same, in whatever order its fields come. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, inner]) => [name, sorted(inner)]);
}
