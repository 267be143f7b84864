/** Where a case stands at one node, in a shape and in words, never by colour alone. */
import { civilDate, instant } from '@yichuang/kernel/time';
import type { PictureNode, Standing } from './flow-tree.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { shortDay } from '../texts/dates.ts';

const marks: Readonly<Record<Standing, string>> = {
  done: '✓',
  open: '●',
  next: '→',
  ahead: '○',
  reset: '↺',
  cancelled: '✕',
  skipped: '⤼',
  'not-taken': '–',
};

export function standingMark(standing: Standing): Html {
  return html`<span class="flow-mark" aria-hidden="true">${marks[standing]}</span>`;
}

export function standingWords({ t }: PageContext, node: PictureNode): HtmlValue {
  if (node.standing === undefined) return false;
  const day = node.at === undefined ? undefined : civilDate(instant(node.at));
  const since =
    day === undefined
      ? ''
      : node.standing === 'open'
        ? t('progress.since', { day: shortDay(t, day) })
        : t('progress.on', { day: shortDay(t, day) });
  const again = (node.round ?? 0) > 1 && t('progress.round', { n: node.round ?? 0 });
  return html`<p class="flow-word">${standingMark(node.standing)} ${t(
    `progress.${node.standing}`,
  )}${since}${again !== false && html` <span class="flow-round">${again}</span>`}</p>`;
}
