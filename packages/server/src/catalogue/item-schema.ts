import { Type, type Static } from '@sinclair/typebox';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { itemProperties } from './item-properties.ts';
import { LetterItemSchema } from './letter-item-schema.ts';
import { closed, isOneOf, LegalBasisSchema } from './schema-parts.ts';

/** An item's file: the kernel's ItemDefinition, every field named, none unknown. */
export const ItemSchema = closed(itemProperties);

/** An approval within the offices: what law asks of a licence need not be said. */
export const InternalItemSchema = closed({
  ...itemProperties,
  lifecycle: Type.Literal('internal'),
  /** Without it the item is the county's: everybody may start it. */
  orgId: Type.Optional(Type.String()),
  taskType: Type.Optional(Type.String()),
  audiences: Type.Optional(Type.Array(isOneOf('person', 'enterprise'), { maxItems: 0 })),
  themes: Type.Optional(itemProperties.themes),
  handlingMode: Type.Optional(itemProperties.handlingMode),
  visits: Type.Optional(Type.Literal(0)),
  conditions: Type.Optional(itemProperties.conditions),
  legalBasis: Type.Optional(Type.Array(LegalBasisSchema)),
  correctionRule: Type.Optional(Type.String()),
  serviceRule: Type.Optional(Type.String()),
  materials: Type.Optional(itemProperties.materials),
  fees: Type.Optional(Type.Array(itemProperties.fees.items, { maxItems: 0 })),
  specialProcedures: Type.Optional(
    Type.Array(itemProperties.specialProcedures.items, { maxItems: 0 }),
  ),
});

type AnyItemSchema = typeof ItemSchema | typeof InternalItemSchema | typeof LetterItemSchema;

export type ItemFile = Static<AnyItemSchema>;

/** The schema that a file asks to be read by. */
export function itemSchemaOf(value: unknown): AnyItemSchema {
  const isSaid = typeof value === 'object' && value !== null && 'lifecycle' in value;
  if (!isSaid) return ItemSchema;
  return value.lifecycle === 'letter' ? LetterItemSchema : InternalItemSchema;
}

/**
 * Compiles only while the schemas describe what the kernel reads.
 * @param rootOrgId whose an internal item is that names no organisation
 */
export function asItemDefinition(checked: ItemFile, rootOrgId = ''): ItemDefinition {
  if (!('lifecycle' in checked)) return checked;
  return {
    orgId: rootOrgId,
    taskType: '',
    audiences: [],
    themes: [],
    handlingMode: 'committed',
    visits: 0,
    conditions: [],
    legalBasis: [],
    correctionRule: '',
    serviceRule: '',
    materials: [],
    fees: [],
    specialProcedures: [],
    ...checked,
  };
}
