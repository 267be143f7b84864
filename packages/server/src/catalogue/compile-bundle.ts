/** A bundle's item, with what its questions and tables add: asked once, for whom it is needed. */
import type { ItemDefinition, MaterialDefinition } from '@yichuang/kernel/case';
import { subtree, type FlowNode, type SubcasePart } from '@yichuang/kernel/flow';
import type { AskedWhen, FieldSchema, FormDefinition } from '@yichuang/kernel/form';
import { materialField, partField } from './bundle-decisions.ts';
import type { BundleFile, BundleQuestion } from './bundle-schema.ts';
import { bundleForm } from './catalogue.messages.ts';
import { parseCondition } from './conditions.ts';

export function compileBundle(
  file: BundleFile,
  items: ReadonlyMap<string, ItemDefinition>,
): ItemDefinition {
  const { item } = file;
  const parts = partsOf(item);
  return {
    ...item,
    materials: item.materials.map((material) => wholeMaterial(file, parts, items, material)),
    ...(item.form === undefined ? {} : { form: wholeForm(file, parts, item.form, items) }),
    ...(item.flow === undefined
      ? {}
      : { flow: { ...item.flow, main: withConditions(item.flow.main) } }),
  };
}

/** The parts that an item's flow splits into. */
export function partsOf({ flow }: Pick<ItemDefinition, 'flow'>): readonly SubcasePart[] {
  if (flow === undefined) return [];
  return subtree(flow.main).flatMap((node) => (node.kind === 'subcases' ? node.parts : []));
}

/** The materials that some table decides on; the others go with the parts that use them. */
export function decidedMaterials({ decisions }: Pick<BundleFile, 'decisions'>): string[] {
  const named = decisions.flatMap((table) => table.rows.flatMap((row) => row.materials ?? []));
  return [...new Set(named)];
}

function withConditions(node: FlowNode): FlowNode {
  switch (node.kind) {
    case 'subcases':
      return {
        ...node,
        parts: node.parts.map((part) => ({ ...part, when: conditionOf(part) })),
      };
    case 'sequence':
      return { ...node, children: node.children.map(withConditions) };
    case 'choice':
    case 'parallel':
      return {
        ...node,
        branches: node.branches.map((each) => ({ ...each, node: withConditions(each.node) })),
      };
    default:
      return node;
  }
}

/** Applies, and nothing that it builds on was denied meanwhile. */
function conditionOf({ id, after = [] }: SubcasePart): string {
  const applies = `${partField(id)} = true`;
  return [applies, ...after.map((before) => `parts.${before} != "denied"`)].join(' and ');
}

function wholeForm(
  file: BundleFile,
  parts: readonly SubcasePart[],
  form: FormDefinition,
  items: ReadonlyMap<string, ItemDefinition>,
): FormDefinition {
  const answers = file.questions.map((question) => [question.id, answerField(question)] as const);
  const facts = [
    ...parts.map((part) => [partField(part.id), partFact(part, items)] as const),
    ...decidedMaterials(file).map((id) => [materialField(id), materialFact(file, id)] as const),
  ];
  const shared = Object.entries(form.schema.properties).map(
    ([field, schema]) => [field, sharedField(file, parts, field, schema)] as const,
  );
  return {
    sections: [
      { id: 'situation', ...bundleForm.situation, fields: answers.map(([id]) => id) },
      { id: 'applies', ...bundleForm.applies, fields: facts.map(([id]) => id) },
      ...form.sections,
    ],
    schema: {
      ...form.schema,
      properties: Object.fromEntries([...answers, ...facts, ...shared]),
      // Without its answers a filing would have no parts.
      required: [
        ...file.questions.filter(({ when }) => when === undefined).map(({ id }) => id),
        ...form.schema.required,
      ],
    },
  };
}

/** An answer is changed in the questionnaire, where what follows from it is worked out anew. */
function answerField(question: BundleQuestion): FieldSchema {
  const base = { title: question.short, 'x-title-en': question.shortEn, readOnly: true };
  switch (question.kind) {
    case 'yes-no':
      return { ...base, type: 'boolean' };
    case 'choice':
      return {
        ...base,
        type: 'string',
        enum: question.options.map(({ value }) => value),
        'x-enum-titles': Object.fromEntries(
          question.options.map(({ value, name }) => [value, name]),
        ),
      };
    case 'number': {
      const { minimum, maximum, unit } = question;
      return { ...base, type: 'number', minimum, maximum, 'x-unit': unit };
    }
  }
}

function partFact(part: SubcasePart, items: ReadonlyMap<string, ItemDefinition>): FieldSchema {
  const item = items.get(part.itemCode);
  const name = part.name ?? item?.name ?? part.itemCode;
  return {
    ...shownWhenTrue(partField(part.id)),
    title: bundleForm.part.replace('{name}', () => name),
    'x-title-en': bundleForm.partEn.replace('{name}', () => item?.nameEn ?? name),
  };
}

/** What does not apply is nowhere shown as a "no". */
function shownWhenTrue(field: string): Pick<FieldSchema, 'type' | 'readOnly' | 'x-when'> {
  return { type: 'boolean', readOnly: true, 'x-when': { field, equals: true } };
}

function materialFact({ item }: BundleFile, materialId: string): FieldSchema {
  const material = item.materials.find(({ id }) => id === materialId);
  const name = material?.name ?? materialId;
  return {
    ...shownWhenTrue(materialField(materialId)),
    title: bundleForm.material.replace('{name}', () => name),
    'x-title-en': bundleForm.materialEn.replace('{name}', () => material?.nameEn ?? name),
  };
}

/** Asked as soon as one of the parts that use it applies; a condition of its own goes first. */
function sharedField(
  { item }: BundleFile,
  parts: readonly SubcasePart[],
  field: string,
  schema: FieldSchema,
): FieldSchema {
  if (schema['x-when'] !== undefined) return schema;
  const users = parts.filter(({ id }) =>
    Object.values(item.partFilings?.[id]?.form ?? {}).some((expression) =>
      parseCondition(expression).names.includes(field),
    ),
  );
  const when = anyPart(users);
  return when === undefined ? schema : { ...schema, 'x-when': when };
}

function wholeMaterial(
  file: BundleFile,
  parts: readonly SubcasePart[],
  items: ReadonlyMap<string, ItemDefinition>,
  material: MaterialDefinition,
): MaterialDefinition {
  const users = parts.flatMap((part) => {
    const given = Object.entries(file.item.partFilings?.[part.id]?.materials ?? {});
    const own = given.find(([, whole]) => whole === material.id)?.[0];
    const definition = items.get(part.itemCode)?.materials.find(({ id }) => id === own);
    return own === undefined || definition === undefined ? [] : [{ part, definition }];
  });
  const first = users[0]?.definition;
  const when = decidedMaterials(file).includes(material.id)
    ? { field: materialField(material.id), equals: true }
    : anyPart(users.map(({ part }) => part));
  return {
    ...(first?.basis === undefined ? {} : { basis: first.basis }),
    ...(first?.deferral === undefined ? {} : { deferral: first.deferral }),
    ...(first?.commitment === undefined ? {} : { commitment: first.commitment }),
    ...(when === undefined ? {} : { when }),
    ...material,
  };
}

function anyPart(parts: readonly SubcasePart[]): AskedWhen | undefined {
  const facts = parts.map(({ id }) => ({ field: partField(id), equals: true }));
  const [first] = facts;
  if (first === undefined) return undefined;
  return facts.length === 1 ? first : { anyOf: facts };
}
