import type { MaterialDefinition, UploadRule } from '@yichuang/kernel/case';
import { asWritten } from './as-written.ts';
import { attribute, html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { localName, type Translate } from '../texts/translate.ts';

/** Materials by their package (施工, 安全 …), in the order of the item; without one first. */
export function byPackage<Material extends { readonly package?: string }>(
  materials: readonly Material[],
): readonly (readonly [string, readonly Material[]])[] {
  return [...Map.groupBy(materials, (material) => material.package ?? '')];
}

/** The guide's checklist. The boxes are for ticking off on paper or screen; nothing is sent. */
export function materialList(
  ctx: PageContext,
  itemCode: string,
  materials: readonly MaterialDefinition[],
): Html {
  return html`${byPackage(materials).map(
    ([name, list]) => html`${name !== '' && html`<h3>${ctx.t('materials.package', { name })}</h3>`}
<ul class="checklist">${list.map((material) => materialRow(ctx, itemCode, material))}</ul>`,
  )}`;
}

function materialRow(ctx: PageContext, itemCode: string, material: MaterialDefinition): Html {
  const { t } = ctx;
  const id = `m-${material.id}`;
  const files = [['sample', material.sampleFile] as const, ['blank', material.blankFile] as const];
  return html`<li><input type="checkbox" id="${id}"${attribute(
    'checked',
    material.heldAs === undefined ? undefined : 'checked',
  )}>
<div><label for="${id}">${localName(ctx.locale, material)}</label>
<p class="item-details">${materialTags(ctx, material)}</p>
${
  material.criteria !== undefined &&
  html`<p class="hint">${asWritten(ctx.locale, material.criteria)}</p>`
}
${
  material.upload !== undefined &&
  material.heldAs === undefined &&
  html`<p class="hint">${uploadRuleText(t, material.upload)}</p>`
}
${files.map(
  ([kind, file]) =>
    file !== undefined &&
    html`<a class="file-link" href="/items/${encodeURIComponent(
      itemCode,
    )}/files/${encodeURIComponent(file)}">${t(`materials.${kind}`)}</a>`,
)}</div></li>`;
}

function materialTags({ t }: PageContext, material: MaterialDefinition): HtmlValue {
  if (material.heldAs !== undefined) {
    return html`<span class="tag tag-good">${t('materials.held')}</span>`;
  }
  const copies = [
    material.originals !== undefined &&
      material.originals > 0 &&
      html`<span>${t('materials.originals', { n: material.originals })}</span>`,
    material.copies !== undefined &&
      material.copies > 0 &&
      html`<span>${t('materials.copies', { n: material.copies })}</span>`,
  ];
  return [
    html`<span class="tag">${t(
      material.when === undefined
        ? `materials.necessity.${material.necessity}`
        : 'materials.necessity.conditional',
    )}</span>`,
    html`<span>${t(`materials.carrier.${material.carrier}`)}</span>`,
    copies,
    material.issuedBy !== undefined &&
      html`<span>${t('materials.issued-by', { who: material.issuedBy })}</span>`,
  ];
}

/** "JPG，每页不超过 90 KB，640×480 到 1600×1200 像素，最多 20 页". */
export function uploadRuleText(t: Translate, rule: UploadRule): string {
  const types = rule.accept.map(typeName).join(t('list.separator'));
  const parts = [
    t('upload.types', { types }),
    ...(rule.paper === undefined ? [] : [t('upload.paper', { paper: rule.paper })]),
    t('upload.max-bytes', { size: sizeText(rule.maxBytes) }),
    ...pixelParts(t, rule),
    t('upload.max-pages', { n: rule.maxPages }),
  ];
  return parts.join(t('list.comma'));
}

function pixelParts(t: Translate, rule: UploadRule): string[] {
  const min = rule.minPixels?.join('×');
  const max = rule.maxPixels?.join('×');
  if (min !== undefined && max !== undefined) return [t('upload.pixels', { min, max })];
  if (min !== undefined) return [t('upload.min-pixels', { min })];
  return max === undefined ? [] : [t('upload.max-pixels', { max })];
}

/** 'JPG' for 'image/jpeg': the name that people know from their files. */
export function typeName(mediaType: string): string {
  const name = mediaType.split('/').at(-1) ?? mediaType;
  return name === 'jpeg' ? 'JPG' : name.toUpperCase();
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kib = bytes / 1024;
  if (kib < 1024) return `${kib >= 100 ? Math.round(kib) : Math.round(kib * 10) / 10} KB`;
  return `${Math.round(kib / 102.4) / 10} MB`;
}
