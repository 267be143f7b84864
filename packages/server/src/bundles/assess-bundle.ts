/** What follows from the answers: which parts, materials, fees, how long, and what is saved. */
import type { BundleMaterialView, BundlePartView, BundleResult } from '@yichuang/contracts';
import { askedMaterials, type ItemDefinition } from '@yichuang/kernel/case';
import type { SubcasePart } from '@yichuang/kernel/flow';
import { isAsked, type FormData } from '@yichuang/kernel/form';
import {
  decideBundle,
  decidedMaterials,
  materialField,
  parseCondition,
  partField,
  partsOf,
  type BundleAnswers,
  type BundleDecision,
} from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';
import {
  answerLabel,
  interviewView,
  partName,
  questionView,
  textsOf,
  type KnownBundle,
} from './bundle-views.ts';
import { longestWay } from './longest-way.ts';

export function assessBundle(
  known: KnownBundle,
  answers: BundleAnswers,
  language: Language,
): BundleResult {
  const decision = decideBundle(known.bundle, answers);
  const chosen = partsOf(known.whole).filter(({ id }) => decision.parts.includes(id));
  const form = workedOut(known, answers);
  const materials = materialViews(known, chosen, form, language);
  return {
    interview: interviewView(known, answers, undefined, language),
    parts: chosen.map((part) => partView(known, part, chosen, decision, answers, language)),
    materials,
    notes: decision.rows.flatMap((row) => (language === 'en' ? row.noteEn : row.note) ?? []),
    together: {
      materials: materials.length,
      fields: askedFields(known.whole, form),
      days: longestWay(chosen, (part) => daysOf(itemOf(known, part))),
      visits: known.whole.visits,
    },
    apart: apart(known, chosen, materials),
    fees: chosen.flatMap((part) =>
      (itemOf(known, part)?.fees ?? []).map((fee) => ({
        name: fee.name,
        ...(fee.kind === 'fixed' ? { amountFen: fee.unitFen } : {}),
      })),
    ),
  };
}

/** The answers, and what follows from them, as fields of the whole's form. */
export function workedOut({ bundle, whole }: KnownBundle, answers: BundleAnswers): FormData {
  const { parts, materials } = decideBundle(bundle, answers);
  return {
    ...answers,
    ...Object.fromEntries(partsOf(whole).map(({ id }) => [partField(id), parts.includes(id)])),
    ...Object.fromEntries(
      decidedMaterials({ decisions: bundle.decisions }).map((id) => [
        materialField(id),
        materials.includes(id),
      ]),
    ),
  };
}

function itemOf({ items }: KnownBundle, part: SubcasePart): ItemDefinition | undefined {
  return items.get(part.itemCode);
}

function daysOf(item: ItemDefinition | undefined): number {
  return item?.committedLimit?.amount ?? item?.statutoryLimit?.amount ?? 0;
}

function partView(
  known: KnownBundle,
  part: SubcasePart,
  chosen: readonly SubcasePart[],
  decision: BundleDecision,
  answers: BundleAnswers,
  language: Language,
): BundlePartView {
  const item = itemOf(known, part);
  const days = daysOf(item);
  const before = chosen.filter(({ id }) => part.after?.includes(id) === true);
  return {
    partId: part.id,
    itemCode: part.itemCode,
    name: partName(part, known.items, language),
    itemName: (language === 'en' ? item?.nameEn : undefined) ?? item?.name ?? part.itemCode,
    office: known.offices.get(item?.orgId ?? '') ?? '',
    ...(days === 0 ? {} : { days }),
    ...(item?.resultName === undefined ? {} : { resultName: item.resultName }),
    after: before.map((each) => partName(each, known.items, language)),
    because: reasonsOf(known, part.id, decision, answers, language),
  };
}

/** Each row that named the part, told by the answers that its condition reads. */
function reasonsOf(
  { bundle }: KnownBundle,
  partId: string,
  decision: BundleDecision,
  answers: BundleAnswers,
  language: Language,
): string[] {
  const texts = textsOf[language];
  const rows = decision.rows.filter((row) => row.parts?.includes(partId) === true);
  return rows.map((row) => {
    const { names } = parseCondition(row.when);
    const read = bundle.questions
      .flatMap((question) => {
        const value = answers[question.id];
        if (!names.includes(question.id) || value === undefined) return [];
        const label = answerLabel(question, value, language);
        const { short } = questionView(question, language);
        return [texts.answer.replace('{short}', () => short).replace('{label}', () => label)];
      })
      .join(texts.and);
    return texts.because.replace('{answers}', () => read);
  });
}

function materialViews(
  known: KnownBundle,
  chosen: readonly SubcasePart[],
  form: FormData,
  language: Language,
): BundleMaterialView[] {
  return askedMaterials(known.whole, form).map((material) => ({
    materialId: material.id,
    name: (language === 'en' ? material.nameEn : undefined) ?? material.name,
    ...(material.criteria === undefined ? {} : { criteria: material.criteria }),
    usedBy: chosen
      .filter((part) => usesMaterial(known.whole, part.id, material.id))
      .map((part) => partName(part, known.items, language)),
    necessity: material.necessity,
    canCommit: material.commitment !== undefined,
  }));
}

function usesMaterial(whole: ItemDefinition, partId: string, materialId: string): boolean {
  return Object.values(whole.partFilings?.[partId]?.materials ?? {}).includes(materialId);
}

/** Fields that somebody types: what the platform works out or is not asked does not count. */
function askedFields({ form }: ItemDefinition, data: FormData): number {
  const schemas = Object.values(form?.schema.properties ?? {});
  return schemas.filter((schema) => schema.readOnly !== true && isAsked(schema, data)).length;
}

/** The same, were every part filed by itself: its own form, its own copies, its own visits. */
function apart(
  known: KnownBundle,
  chosen: readonly SubcasePart[],
  materials: readonly BundleMaterialView[],
): BundleResult['apart'] {
  const items = chosen.flatMap((part) => itemOf(known, part) ?? []);
  const sum = (of: (item: ItemDefinition) => number): number =>
    items.reduce((all, item) => all + of(item), 0);
  return {
    materials: materials.reduce((all, { usedBy }) => all + Math.max(usedBy.length, 1), 0),
    fields: sum((item) => Object.keys(item.form?.schema.properties ?? {}).length),
    days: sum(daysOf),
    visits: sum((item) => item.visits),
  };
}
