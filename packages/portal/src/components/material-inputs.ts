import type { FilePage, MaterialDefinition } from '@yichuang/kernel/case';
import { flag, html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { hidden } from './hidden-fields.ts';
import { pageThumbs } from './page-thumbs.ts';
import { uploadInput } from './upload-form.ts';

export interface UploadedSoFar {
  /** Pages that went up already, by material: kept while another is put right. */
  readonly uploaded: Readonly<Record<string, readonly FilePage[]>>;
  readonly onPaper: readonly string[];
  readonly refusals: Readonly<Record<string, string>>;
}

/** The name of the hidden field that keeps an uploaded page of a material. */
export function keptName(materialId: string): string {
  return `kept.${materialId}`;
}

/** Within a form for several materials: pages that are there, a place for new ones, or paper. */
export function materialInputs(
  ctx: PageContext,
  { uploaded, onPaper, refusals }: UploadedSoFar,
  material: Pick<MaterialDefinition, 'id' | 'name'> & Partial<MaterialDefinition>,
): Html {
  const { id, carrier } = material;
  const kept = uploaded[id] ?? [];
  return html`${kept.map((page) => hidden(keptName(id), JSON.stringify(page)))}
${pageThumbs(ctx, kept, { href: (page) => `/files/${page.sha256}` })}
${carrier !== 'paper' && uploadInput(ctx, material, `file.${id}`, refusals[id])}
${
  carrier !== undefined &&
  carrier !== 'electronic' &&
  html`<div class="choice"><input type="checkbox" id="paper-${id}"
 name="paper.${id}" value="true"${flag('checked', onPaper.includes(id))}>
<label for="paper-${id}">${ctx.t('upload.paper-choose')}</label></div>`
}`;
}
