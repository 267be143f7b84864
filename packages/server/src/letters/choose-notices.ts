/** How the sender wants to be told: chosen with the letter, and changed as often as they like. */
import type { CaseState } from '@yichuang/kernel/case';
import type { NoticeChoice, NoticeWays } from '@yichuang/contracts';
import { given, type FormSealer } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import { admitMail } from './letter-gate.ts';
import type { LetterDeps, Outcome } from './letter-deps.ts';
import { findSender, putChoice, type NoticeChannel, type SenderRow } from './letter-senders.pg.ts';

type Sealer = Pick<FormSealer, 'openText' | 'sealText'>;

/** Something, an at sign, a name with a dot; whether it is read, the message itself shows. */
const MAIL = /^[^\s@<>,;]{1,64}@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/u;

type Reach = Pick<LetterDeps['notices'], 'canSend'>;

/**
 * What the sender could choose: an inbox needs an account, a short message a phone, and nothing is
 * offered that the county has no gateway or server for.
 */
export function offeredTo(
  notices: Reach,
  { hasInbox, hasPhone }: { readonly hasInbox: boolean; readonly hasPhone: boolean },
): readonly NoticeChannel[] {
  return [
    ...(hasInbox ? (['inbox'] as const) : []),
    ...(hasPhone && notices.canSend('sms') ? (['sms'] as const) : []),
    ...(notices.canSend('mail') ? (['mail'] as const) : []),
  ];
}

/** What can be asked for before it is known who writes. */
export function noticeChannels({ notices }: { readonly notices: Reach }): readonly NoticeChannel[] {
  return offeredTo(notices, { hasInbox: true, hasPhone: true });
}

/** The choice if it can be kept; refused before anything is stored. */
export function checkChoice(
  { channels, mail = '' }: NoticeChoice,
  offered: readonly NoticeChannel[],
): Outcome<{ readonly channels: readonly NoticeChannel[]; readonly mail?: string }> {
  const address = mail.trim();
  const impossible = channels.find((channel) => !offered.includes(channel));
  if (impossible !== undefined) {
    return {
      ok: false,
      refusals: [{ code: 'channel-not-possible', params: { channel: impossible } }],
    };
  }
  if (!channels.includes('mail')) return { ok: true, value: { channels: [...new Set(channels)] } };
  if (address.length > 200 || !MAIL.test(address)) {
    return { ok: false, refusals: [{ code: 'mail-invalid' }] };
  }
  return { ok: true, value: { channels: [...new Set(channels)], mail: address } };
}

/** With the letter, before it is received: the first notice already goes where it was asked to. */
export async function recordChoice(
  deps: Pick<LetterDeps, 'db' | 'tenantId' | 'commands'>,
  caseId: string,
  choice: { readonly channels: readonly NoticeChannel[]; readonly mail?: string },
): Promise<void> {
  const { sealer } = deps.commands;
  const mailSealed = choice.mail === undefined ? null : sealer.sealText(choice.mail);
  await putChoice(deps.db, deps.tenantId, caseId, { channels: choice.channels, mailSealed });
}

export async function chooseNotices(
  deps: LetterDeps,
  state: CaseState,
  choice: NoticeChoice,
): Promise<Outcome<undefined>> {
  const { channels, mail = '' } = choice;
  const before = await findSender(deps.db, deps.tenantId, state.caseId);
  // The page shows the address masked: who leaves the field empty keeps it.
  const kept = before?.mail_sealed ?? undefined;
  const typed = mail.trim() === '' && kept ? deps.commands.sealer.openText(kept) : mail;
  const checked = checkChoice({ channels, mail: typed }, await offeredNow(deps, state));
  if (!checked.ok) return checked;
  // One that is kept was counted when it was given.
  const added = mail.trim() === '' ? undefined : checked.value.mail;
  const flooded = added === undefined ? undefined : await admitMail(deps, added);
  if (flooded !== undefined) return { ok: false, refusals: [flooded] };
  await recordChoice(deps, state.caseId, checked.value);
  return { ok: true, value: undefined };
}

/** As the sender sees it. */
export async function noticeWays(deps: LetterDeps, state: CaseState): Promise<NoticeWays> {
  const row = await findSender(deps.db, deps.tenantId, state.caseId);
  const offered = await offeredNow(deps, state);
  const mail = row?.mail_sealed ?? undefined;
  return {
    offered: [...offered],
    channels: channelsOf(deps, row, state).filter((channel) => offered.includes(channel)),
    ...given('mail', mail && maskMail(deps.commands.sealer.openText(mail))),
  };
}

/** Where notices about a letter go. */
export async function noticeTargets(
  deps: { db: Db; tenantId: string; sealer: Pick<Sealer, 'openText'>; notices: Reach },
  state: CaseState,
): Promise<{ readonly channels: readonly NoticeChannel[]; readonly mail?: string }> {
  const row = await findSender(deps.db, deps.tenantId, state.caseId);
  const mail = row?.mail_sealed ?? undefined;
  const channels = channelsOf(deps, row, state);
  return { channels, ...given('mail', mail && deps.sealer.openText(mail)) };
}

const USUAL: readonly NoticeChannel[] = ['inbox', 'sms'];

/** Who chose what nothing can send any more is told by short message, or else in the inbox. */
function channelsOf(
  { notices }: { readonly notices: Reach },
  row: SenderRow | undefined,
  { contact }: CaseState,
): NoticeChannel[] {
  const instead = contact.phone !== undefined && notices.canSend('sms') ? 'sms' : 'inbox';
  const chosen = (row?.channels ?? USUAL).map((channel) =>
    channel === 'inbox' || notices.canSend(channel) ? channel : instead,
  );
  return [...new Set(chosen)];
}

async function offeredNow(deps: LetterDeps, state: CaseState): Promise<readonly NoticeChannel[]> {
  const hasPhone = state.contact.phone !== undefined;
  return offeredTo(deps.notices, { hasInbox: await isReached(deps, state), hasPhone });
}

/** Whoever wrote without an account is a person that nobody ever logs in as. */
async function isReached({ persons }: LetterDeps, { contact }: CaseState): Promise<boolean> {
  const { phone, idNumber } = await persons.get(contact.personId);
  return phone !== undefined || idNumber !== undefined;
}

/** `li.xiaoming@example.com` → `l***@example.com` */
function maskMail(mail: string): string {
  const [name = '', host = ''] = mail.split('@');
  return `${[...name][0] ?? ''}***@${host}`;
}
