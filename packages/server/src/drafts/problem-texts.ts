import type { DraftProblem } from '@yichuang/contracts';
import type { ItemDefinition, Refusal } from '@yichuang/kernel/case';
import type { FieldProblem } from '@yichuang/kernel/form';
import type { Language } from '../platform/refusal.ts';
import { draftTexts } from './draft.messages.ts';

/** Problems of a draft as sentences, each leading to its field or material. */
export function problemTexts(
  item: ItemDefinition,
  fields: readonly FieldProblem[],
  refusals: readonly Refusal[],
  language: Language,
): DraftProblem[] {
  const texts = draftTexts[language];
  const ofFields = fields.map((problem): DraftProblem => {
    const schema = item.form?.schema.properties[problem.field];
    const title = (language === 'en' ? schema?.['x-title-en'] : undefined) ?? schema?.title;
    return {
      subject: problem.field,
      kind: 'field',
      code: problem.code,
      text: texts.field(problem, title ?? problem.field),
    };
  });
  const ofMaterials = refusals
    .filter(({ code }) => code !== 'form-incomplete')
    .map((refusal): DraftProblem => {
      const name = String(refusal.params?.['material'] ?? '');
      const material = item.materials.find((m) => m.name === name);
      const page = refusal.params?.['page'];
      return {
        subject: material?.id ?? '',
        kind: 'material',
        code: refusal.code,
        text: texts.material(refusal, material),
        ...(typeof page === 'number' ? { page } : {}),
      };
    });
  return [...ofFields, ...ofMaterials];
}
