import { Type, type Static } from '@sinclair/typebox';
import { oneOf } from './schema-parts.ts';

export const ItemSummary = Type.Object({
  code: Type.String(),
  name: Type.String(),
  nameEn: Type.Optional(Type.String()),
  orgId: Type.String(),
  orgName: Type.String(),
  taskType: Type.String(),
  audiences: Type.Array(Type.String()),
  themes: Type.Array(Type.String()),
  isOnline: Type.Boolean(),
  handlingMode: Type.String(),
  /** Working days promised, where stated. */
  committedDays: Type.Optional(Type.Integer()),
  visits: Type.Optional(Type.Integer()),
  /** The words by which it was found, when not by its name (synonyms). */
  foundBy: Type.Optional(Type.String()),
});
export type ItemSummary = Static<typeof ItemSummary>;

export const ItemPage = Type.Object({
  rows: Type.Array(ItemSummary),
  nextCursor: Type.Optional(Type.String()),
  total: Type.Integer(),
  isTotalCapped: Type.Boolean(),
});
export type ItemPage = Static<typeof ItemPage>;

export const ItemQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  audience: Type.Optional(oneOf('person', 'enterprise')),
  theme: Type.Optional(Type.String({ maxLength: 64 })),
  orgId: Type.Optional(Type.String({ maxLength: 100 })),
  onlineOnly: Type.Optional(Type.Boolean()),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
export type ItemQuery = Static<typeof ItemQuery>;

/** How long it really took, from concluded cases. */
export const ItemRecord = Type.Object({
  concluded: Type.Integer(),
  medianWorkingDays: Type.Optional(Type.Number()),
});
export type ItemRecord = Static<typeof ItemRecord>;

export const ThemeView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  audience: oneOf('person', 'enterprise'),
  count: Type.Integer(),
});
export type ThemeView = Static<typeof ThemeView>;

export const LifeEventView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  query: Type.String(),
  /** The bundle that leads through it, where there is one. */
  bundleId: Type.Optional(Type.String()),
});
export type LifeEventView = Static<typeof LifeEventView>;

export const DepartmentView = Type.Object({
  orgId: Type.String(),
  name: Type.String(),
  count: Type.Integer(),
});
export type DepartmentView = Static<typeof DepartmentView>;
