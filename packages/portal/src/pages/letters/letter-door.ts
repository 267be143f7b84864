/** How the sender reached the letter decides how its files are fetched and its acts are sent. */
import type { ClockView, DocumentView } from '@yichuang/contracts';
import type { FilePage } from '@yichuang/kernel/case';
import type { Crumb } from '../../components/breadcrumbs.ts';
import { hidden } from '../../components/hidden-fields.ts';
import { html, type Html } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import type { TrackingKey } from '../track-page.ts';

export interface LetterDoor {
  readonly crumbs: readonly Crumb[];
  /** Where acts are posted to, with the fields that prove whose letter it is. */
  readonly act: string;
  readonly fields: Html | undefined;
  document(document: DocumentView): Html;
  file(page: FilePage, label: string): Html;
  why(clock: ClockView): Html;
  /** Another letter of the same sender: opened only where the session says whose it is. */
  letter(caseId: string, number: string): Html;
}

/** Logged in: plain links, since the session says who reads. */
export function residentDoor({ t }: PageContext, caseId: string): LetterDoor {
  const base = `/my/letters/${encodeURIComponent(caseId)}`;
  const link = (path: string, label: string) => html`<a href="${base}/${path}">${label}</a>`;
  return {
    crumbs: [{ href: '/my', label: t('nav.my') }],
    act: `${base}/act`,
    fields: undefined,
    document: ({ documentId, name }) => link(`documents/${encodeURIComponent(documentId)}`, name),
    file: ({ sha256 }, label) => link(`files/${sha256}`, label),
    why: ({ clockId }) => link(`clocks/${encodeURIComponent(clockId)}`, t('clock.why')),
    letter: (id, number) => html`<a href="/my/letters/${encodeURIComponent(id)}">${number}</a>`,
  };
}

/**
 * By number and password: forms, so that no address or log ever holds them. What they open comes
 * beside the letter: the way back would ask whether to send the password again.
 */
export function keyDoor({ t }: PageContext, key: TrackingKey): LetterDoor {
  const base = '/letters/mine';
  const fields = html`${hidden('number', key.number)}${hidden('password', key.password)}`;
  const form = (path: string, [name, value]: readonly [string, string], label: string) =>
    html`<form action="${base}/${path}" method="post" target="_blank" rel="noopener"
 class="inline-form">${fields}
${hidden(name, value)}<button class="button-link" type="submit">${label}</button></form>`;
  return {
    crumbs: [{ href: base, label: t('mine.title') }],
    act: `${base}/act`,
    fields,
    document: ({ documentId, name }) => form('document', ['documentId', documentId], name),
    file: ({ sha256 }, label) => form('file', ['sha256', sha256], label),
    why: ({ clockId }) => form('why', ['clockId', clockId], t('clock.why')),
    letter: (_, number) => html`<span class="code">${number}</span>`,
  };
}
