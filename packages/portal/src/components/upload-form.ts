import type { MaterialDefinition, UploadRule } from '@yichuang/kernel/case';
import { attribute, html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { sizeText, uploadRuleText } from './material-list.ts';

/** Texts that the script shows; it has none of its own. */
const mendTexts = [
  'fits',
  'mended',
  'too-large',
  'too-small',
  'unreadable',
  'plain',
  'rotate',
  'crop',
  'uncrop',
  'remove',
  'working',
] as const;

/**
 * The rule of a material as data for the script that mends photos before they go up. Without
 * scripts the same input sends the files as they are, and the server judges them.
 */
export function uploadInput(
  ctx: PageContext,
  material: Pick<MaterialDefinition, 'id' | 'name' | 'upload'>,
  name: string,
  errorText?: string,
): Html {
  const { t } = ctx;
  const { upload } = material;
  const id = `file-${material.id}`;
  return html`<div class="upload field${errorText === undefined ? '' : ' field-bad'}"${
    upload !== undefined && ruleAttributes(ctx, upload)
  }>
<label for="${id}">${t('upload.choose')}<span
 class="visually-hidden">${material.name}</span></label>
<p class="hint" id="${id}-hint">${
    upload === undefined ? t('upload.several') : uploadRuleText(t, upload)
  }</p>
${
  errorText !== undefined &&
  html`<p class="field-error" id="${id}-error"><span class="visually-hidden">${t(
    'error.word',
  )}</span> ${errorText}</p>`
}
<input class="file-input" type="file" id="${id}" name="${name}" multiple${attribute(
    'accept',
    upload?.accept.join(','),
  )}${attribute(
    'aria-describedby',
    errorText === undefined ? `${id}-hint` : `${id}-hint ${id}-error`,
  )}>
<div class="mend" aria-live="polite"></div>
</div>`;
}

function ruleAttributes(ctx: PageContext, rule: UploadRule): Html {
  const texts = Object.fromEntries(
    mendTexts.map((name) => [name, ctx.t(`mend.${name}`, { size: sizeText(rule.maxBytes) })]),
  );
  return html` data-mend data-accept="${rule.accept.join(',')}" data-max-bytes="${
    rule.maxBytes
  }"${attribute('data-min-pixels', rule.minPixels?.join('x'))}${attribute(
    'data-max-pixels',
    rule.maxPixels?.join('x'),
  )}${attribute('data-paper', rule.paper)} data-texts="${JSON.stringify(texts)}"`;
}
