/** What the steps of a filing are, and how posted answers become form values; no views here. */
import type { DraftView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import {
  checkForm,
  fieldsIn,
  isAsked,
  isSealed,
  type FieldProblem,
  type FieldSchema,
  type FormData,
  type FormDefinition,
  type FormSection,
  type FormValue,
} from '@yichuang/kernel/form';
import type { PlainDate } from '@yichuang/kernel/time';
import type { FilingStep } from './components/filing-steps.ts';
import type { PageContext } from './page-context.ts';
import type { PostedForm } from './posted-form.ts';

/** Applicant (where it may be an enterprise), each section of the form, materials, check. */
export function stepsOfFiling(
  ctx: PageContext,
  item: ItemDefinition,
  { draftId, form }: Pick<DraftView, 'draftId' | 'form'>,
): readonly FilingStep[] {
  const base = `/drafts/${draftId}`;
  return [
    ...(asksForApplicant(item)
      ? [{ href: `${base}/applicant`, name: ctx.t('filing.applicant') }]
      : []),
    ...typedSections(item, form).map((section) => ({
      href: sectionPath(draftId, section.id),
      name: sectionTitle(ctx, section),
    })),
    ...(item.materials.length > 0
      ? [{ href: `${base}/materials`, name: ctx.t('filing.materials') }]
      : []),
    { href: `${base}/check`, name: ctx.t('filing.check') },
  ];
}

/** Sections with something to type, given the answers so far. */
function typedSections({ form }: ItemDefinition, data: FormData): readonly FormSection[] {
  if (form === undefined) return [];
  return form.sections.filter(
    (section) => isTyped(form, section) && askedFields(form, section, data).length > 0,
  );
}

/** A section whose fields all follow from elsewhere is no step of the filing. */
function isTyped({ schema }: FormDefinition, section: FormSection): boolean {
  return section.fields.some((field) => schema.properties[field]?.readOnly !== true);
}

/** Where a section's answers are changed: on its page, or in the questions behind them. */
export function changePath(form: FormDefinition, section: FormSection, draftId: string): string {
  return isTyped(form, section) ? sectionPath(draftId, section.id) : `/drafts/${draftId}/questions`;
}

export function sectionPath(draftId: string, sectionId: string): string {
  return `/drafts/${draftId}/form/${encodeURIComponent(sectionId)}`;
}

export function sectionTitle(ctx: PageContext, section: FormSection): string {
  return ctx.locale === 'en' ? (section['x-title-en'] ?? section.title) : section.title;
}

export function fieldTitle(ctx: PageContext, schema: FieldSchema): string {
  return ctx.locale === 'en' ? (schema['x-title-en'] ?? schema.title) : schema.title;
}

/** A filing for oneself needs no question; one for an enterprise does. */
export function asksForApplicant(item: ItemDefinition): boolean {
  return item.audiences.includes('enterprise');
}

/** The step after `href`, for the way on. */
export function nextStep(steps: readonly FilingStep[], href: string): FilingStep | undefined {
  return steps[steps.findIndex((step) => step.href === href) + 1];
}

/**
 * The posted answers of one section. Fields that were not on the page (known ones, shown as text)
 * stay as they are; a secret one left empty keeps its value, which the page does not show.
 */
export function readSection(
  form: FormDefinition,
  section: FormSection,
  posted: PostedForm,
  draft: FormData,
): FormData {
  const values: Record<string, FormValue> = {};
  for (const field of section.fields) {
    const schema = form.schema.properties[field];
    if (schema === undefined || !posted.has(field)) continue;
    const text = posted.text(field);
    if (text === '' && isSecret(schema, draft[field])) continue;
    values[field] = readValue(schema, text);
  }
  return values;
}

/** A value that is there and is never shown in full again, not even to who typed it. */
export function isSecret(schema: FieldSchema, value: FormValue | undefined): boolean {
  const isThere = value !== undefined && value !== null && value !== '';
  return isThere && (schema['x-sensitive'] === true || isSealed(value));
}

/** What cannot be read as the schema's type stays a text, so that it can be shown again. */
export function readValue(schema: FieldSchema, text: string): FormValue {
  if (text === '') return null;
  if (schema.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (schema.type === 'string') return text.replace(/\r\n?/g, '\n');
  const plain = text
    .replace(/[\uFF0B-\uFF19]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[,\uFF0C\s]/g, '');
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

/** Problems of one section only; the others are told when one gets there. */
export function problemsOfSection(
  form: FormDefinition,
  section: FormSection,
  data: FormData,
  today: PlainDate,
): FieldProblem[] {
  return checkForm(form, data, { today }).filter(({ field }) => section.fields.includes(field));
}

/** Fields of a section that are asked, given all answers so far. */
export function askedFields(
  form: FormDefinition,
  section: FormSection,
  data: FormData,
): readonly (readonly [string, FieldSchema])[] {
  return section.fields.flatMap((field) => {
    const schema = form.schema.properties[field];
    if (schema === undefined) return [];
    // A question that hangs on another of the same page stays: that answer may change here.
    const when = schema['x-when'];
    const isHere =
      when !== undefined && fieldsIn(when).some((each) => section.fields.includes(each.field));
    return isHere || isAsked(schema, data) ? [[field, schema] as const] : [];
  });
}

export function materialOf(draft: DraftView, materialId: string) {
  return draft.materials.find((material) => material.materialId === materialId);
}
