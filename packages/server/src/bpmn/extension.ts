/**
 * What BPMN has no word for travels in extension elements of our own namespace: any modeler keeps
 * them, none needs them to draw. A node's element carries the fields of the kernel's node that are
 * not drawn; names, conditions, kinds and the order of things are read from the drawing itself, so
 * that what somebody changes in a modeler counts.
 */
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';

export const NAMESPACE = 'urn:yichuang:flow:1';

/** The moddle package of the namespace; also printed in docs/bpmn.md for authors of modelers. */
export const descriptor = {
  name: 'Yichuang flow',
  prefix: 'yichuang',
  uri: NAMESPACE,
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Node',
      superClass: ['Element'],
      properties: [
        { name: 'id', isAttr: true, type: 'String' },
        { name: 'kind', isAttr: true, type: 'String' },
        { name: 'fields', isBody: true, type: 'String' },
      ],
    },
    {
      name: 'Branch',
      superClass: ['Element'],
      properties: [
        { name: 'id', isAttr: true, type: 'String' },
        { name: 'fields', isBody: true, type: 'String' },
      ],
    },
    {
      name: 'Flow',
      superClass: ['Element'],
      properties: [
        { name: 'root', isAttr: true, type: 'String' },
        { name: 'fields', isBody: true, type: 'String' },
      ],
    },
  ],
} as const;

/** Holds types only, so one serves every file. */
export const moddle = new BpmnModdle({ yichuang: descriptor });

export type Extension =
  | { readonly type: 'Node'; readonly id: string; readonly kind: string; readonly fields: Fields }
  | { readonly type: 'Branch'; readonly id: string; readonly fields: Fields }
  | { readonly type: 'Flow'; readonly root: 'main' | 'denied'; readonly fields: Fields };

export type Fields = Readonly<Record<string, unknown>>;

/** Of an element, or undefined where it has none or where somebody broke it. */
export function extensionOf<T extends Extension['type']>(
  element: ModdleElement,
  type: T,
): Extract<Extension, { type: T }> | undefined {
  const values = asElement(element['extensionElements'])?.['values'];
  for (const value of Array.isArray(values) ? values : []) {
    const found = asElement(value);
    if (found?.$type !== `yichuang:${type}`) continue;
    const fields = parseFields(found['fields']);
    if (fields === undefined) return undefined;
    const { id, kind, root } = found;
    return { type, id, kind, root, fields } as unknown as Extract<Extension, { type: T }>;
  }
  return undefined;
}

export function writeExtension(extension: Extension): ModdleElement {
  const { type, fields, ...attributes } = extension;
  const isEmpty = Object.keys(fields).length === 0;
  const value = moddle.create(`yichuang:${type}`, {
    ...attributes,
    ...(isEmpty ? {} : { fields: JSON.stringify(fields) }),
  });
  return moddle.create('bpmn:ExtensionElements', { values: [value] });
}

export function asElement(value: unknown): ModdleElement | undefined {
  const isElement = typeof value === 'object' && value !== null && '$type' in value;
  return isElement ? (value as ModdleElement) : undefined;
}

function parseFields(text: unknown): Fields | undefined {
  if (text === undefined || text === '') return {};
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord ? (value as Fields) : undefined;
  } catch {
    // Not what we wrote: the element is read as anybody's.
    return undefined;
  }
}
