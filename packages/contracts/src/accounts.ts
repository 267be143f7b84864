/** Accounts of staff 工作人员账号: kept by administrators in the console and at the command line. */
import { Type, type Static } from '@sinclair/typebox';
import { RowProblem } from './schema-parts.ts';
import { At } from './values.ts';

const Post = Type.Object({
  postId: Type.String(),
  name: Type.String(),
  orgId: Type.String(),
  orgName: Type.String(),
  /** Appointed at the command line only; see people/reserved-posts.ts. */
  isReserved: Type.Boolean(),
});

export const AccountView = Type.Object({
  accountId: Type.String(),
  personId: Type.String(),
  loginName: Type.String(),
  name: Type.String(),
  phoneMasked: Type.Optional(Type.String()),
  /** Held today. */
  posts: Type.Array(Post),
  isDisabled: Type.Boolean(),
  /** After five wrong passwords, for a quarter of an hour. */
  isLocked: Type.Boolean(),
  /** Still has the password that somebody else gave. */
  mustChange: Type.Boolean(),
  lastLoginAt: Type.Optional(At),
  /** Why the reader may do nothing to it; absent where they may. */
  closedTo: Type.Optional(Type.Union([Type.Literal('own'), Type.Literal('reserved')])),
});
export type AccountView = Static<typeof AccountView>;

export const accountStates = ['disabled', 'locked', 'never', 'first-password', 'no-post'] as const;
export const AccountState = Type.Union(accountStates.map((state) => Type.Literal(state)));
export type AccountState = (typeof accountStates)[number];

export const AccountQuery = Type.Object({
  /** In name, log-in name, post, or an organisation with all that is below it. */
  q: Type.Optional(Type.String({ maxLength: 100 })),
  state: Type.Optional(AccountState),
  /** The last log-in name of the page before. */
  after: Type.Optional(Type.String({ maxLength: 100 })),
});
export type AccountQuery = Static<typeof AccountQuery>;

export const AccountPage = Type.Object({
  rows: Type.Array(AccountView),
  hasMore: Type.Boolean(),
  /** Of the whole county, whatever is searched. */
  total: Type.Integer(),
  counts: Type.Record(AccountState, Type.Integer()),
});
export type AccountPage = Static<typeof AccountPage>;

export const PostChoices = Type.Array(
  Type.Composite([Post, Type.Object({ holders: Type.Integer() })]),
);
export type PostChoices = Static<typeof PostChoices>;

const LoginName = Type.String({ maxLength: 50 });

export const NewAccount = Type.Object({
  loginName: LoginName,
  name: Type.String({ maxLength: 100 }),
  phone: Type.Optional(Type.String({ maxLength: 40 })),
  postIds: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 20 }),
});
export type NewAccount = Static<typeof NewAccount>;

/** What is handed to the holder: shown once, stored nowhere. */
export const AccountSlip = Type.Object({
  loginName: LoginName,
  name: Type.String(),
  posts: Type.String(),
  password: Type.String(),
});
export type AccountSlip = Static<typeof AccountSlip>;

export const StaffImportReport = Type.Object({
  isDryRun: Type.Boolean(),
  /** Whether all rows are accounts now; never with a problem in one of them. */
  isApplied: Type.Boolean(),
  rows: Type.Integer(),
  added: Type.Integer(),
  /** Accounts that were there already, left as they are. */
  known: Type.Integer(),
  problems: Type.Array(RowProblem),
  slips: Type.Array(AccountSlip),
});
export type StaffImportReport = Static<typeof StaffImportReport>;
