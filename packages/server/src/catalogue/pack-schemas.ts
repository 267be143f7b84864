import { Type, type Static } from '@sinclair/typebox';
import { LIGHT_LEVELS } from '@yichuang/kernel/words';
import { closed, DivisionCode, Id, isOneOf, Name, Text } from './schema-parts.ts';

const TenantSchema = closed({
  id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,31}$' }),
  name: Name,
  nameEn: Name,
  regionCode: DivisionCode,
});

const Version = Type.String({ pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' });

const LevelList = Type.Array(isOneOf(...LIGHT_LEVELS), { uniqueItems: true });

export const PackFileSchema = closed({
  id: Id,
  name: Name,
  nameEn: Name,
  version: Version,
  tenant: TenantSchema,
  isFictional: Type.Boolean(),
  policies: closed({ filingDay: isOneOf('A', 'B') }),
  /** Who is told of a limit that has run out, by its level; see timekeeping/alarm-rules.ts. */
  alarms: Type.Optional(
    closed({
      head: LevelList,
      supervision: closed({ atOnce: LevelList, daily: LevelList }),
    }),
  ),
  servicePhone: Name,
  siteName: Name,
  siteNameEn: Name,
});

/** Items and documents for the organisations and posts of other packs, whose ids `needs` names. */
export const OverlayFileSchema = closed({
  id: Id,
  name: Name,
  nameEn: Name,
  version: Version,
  needs: Type.Array(Id, { minItems: 1, uniqueItems: true }),
});

/** Paths from the county down, such as `yunxi/zjj/sgk`. */
export const OrgId = Type.String({ pattern: '^[a-z0-9-]+(/[a-z0-9-]+)*$', maxLength: 100 });

export const OrganisationsSchema = Type.Array(
  closed({
    id: OrgId,
    parentId: Type.Optional(OrgId),
    name: Name,
    shortName: Type.Optional(Name),
    kind: isOneOf('county', 'department', 'section', 'counter', 'township', 'village', 'superior'),
    regionCode: Type.Optional(DivisionCode),
    creditCode: Type.Optional(Type.String()),
  }),
  { minItems: 1 },
);

/**
 * What a post may do beyond its tasks in flows. The server adds the roles that each brings with it
 * (assembly/publish-pack.ts); a misspelt one would be a right that nobody has.
 */
const postAbilities = [
  'file-on-behalf',
  'extend-limit',
  'extend-joint-limit',
  'cashier',
  'archive',
  'supervise',
  'design-items',
  'administer',
  'secretary',
  'administer-cases',
  'hand-over',
  'hand-out',
  'terminate-cases',
  'void-cases',
  'revoke-decisions',
  'settle-debts',
  'receive-messages',
  'enter-letters',
  'letters-office',
  'special-letters',
  'letter-reports',
  'letters-only',
  'handle-reviews',
] as const;

export const PostsSchema = Type.Array(
  closed({
    id: Id,
    orgId: OrgId,
    name: Name,
    /** What the post is in its unit; `@head` in a flow is the nearest post with this role. */
    role: Type.Optional(Type.String({ pattern: '^[a-z][a-z-]{0,31}$' })),
    capabilities: Type.Array(isOneOf(...postAbilities), { uniqueItems: true }),
  }),
);

export const PeopleSchema = closed({
  staff: Type.Array(
    closed({
      account: Id,
      name: Name,
      phone: Type.String(),
      posts: Type.Array(Id, { minItems: 1, uniqueItems: true }),
    }),
  ),
  residents: Type.Array(
    closed({ id: Id, name: Name, phone: Type.String(), citizenId: Type.String() }),
  ),
  enterprises: Type.Array(
    closed({
      id: Id,
      name: Name,
      creditCode: Type.String(),
      legalRepresentative: Name,
      agents: Type.Array(Id, { minItems: 1, uniqueItems: true }),
    }),
  ),
});

export const ThemesSchema = closed({
  themes: Type.Array(
    closed({
      id: Id,
      name: Name,
      nameEn: Name,
      audience: isOneOf('person', 'enterprise'),
      /** An item whose name has one of these words belongs to the theme. */
      keywords: Type.Array(Name),
      /** So does every item of these organisations. */
      orgIds: Type.Optional(Type.Array(OrgId)),
    }),
  ),
  lifeEvents: Type.Array(
    closed({ id: Id, name: Name, nameEn: Name, query: Name, hint: Text, hintEn: Text }),
  ),
});

export const SynonymsSchema = closed({
  /** Words of a question that say nothing about what is sought: 怎么办, 手续 … */
  stopWords: Type.Array(Name),
  /** Who says one of `say` looks for the items whose names contain one of `find`, best first. */
  groups: Type.Array(
    closed({
      say: Type.Array(Name, { minItems: 1, uniqueItems: true }),
      find: Type.Array(Name, { minItems: 1, uniqueItems: true }),
    }),
  ),
});

export const DepartmentsSchema = Type.Array(closed({ source: Name, orgId: OrgId }));

export const SupersededSchema = Type.Array(closed({ code: Name, by: Name }));

export type PackFile = Static<typeof PackFileSchema>;
export type OverlayFile = Static<typeof OverlayFileSchema>;
export type PackOrganisation = Static<typeof OrganisationsSchema>[number];
export type PackPost = Static<typeof PostsSchema>[number];
export type PackPeople = Static<typeof PeopleSchema>;
export type PackThemes = Static<typeof ThemesSchema>;
export type PackTheme = PackThemes['themes'][number];
export type Synonyms = Static<typeof SynonymsSchema>;
export type SynonymGroup = Synonyms['groups'][number];
export type DepartmentAlias = Static<typeof DepartmentsSchema>[number];
export type SupersededItem = Static<typeof SupersededSchema>[number];
