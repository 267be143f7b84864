import { flag, html, type Html } from '../html.ts';
import type { Division } from '../letter-services.ts';
import type { PageContext } from '../page-context.ts';
import { fieldId } from './field.ts';

/**
 * Where it happened, down to the village: one list, grouped by township, which works everywhere.
 * The script makes two short lists of it.
 */
export function divisionSelect(
  ctx: PageContext,
  divisions: readonly Division[],
  value: string,
): Html {
  const { t } = ctx;
  const id = fieldId('division');
  const option = (of: Division, label: string) =>
    html`<option value="${of.id}"${flag('selected', of.id === value)}>${label}</option>`;
  const tops = divisions.filter(({ kind }) => kind !== 'village');
  return html`<div class="field"><label for="${id}">${t('write.division')} <span
 class="optional">${t('field.optional')}</span></label>
<select class="input" id="${id}" name="division" data-narrow="${t('write.village')}"
 data-whole="${t('write.whole')}">
<option value="">${t('write.division-none')}</option>
${tops.map((top) => {
  const villages = divisions.filter(
    ({ parentId, kind }) => parentId === top.id && kind === 'village',
  );
  if (villages.length === 0) return option(top, top.name);
  return html`<optgroup label="${top.name}">${option(
    top,
    t('write.whole-of', { name: top.name }),
  )}${villages.map((village) => option(village, village.name))}</optgroup>`;
})}</select></div>`;
}
