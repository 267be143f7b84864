/** Supervision orders 督办单: written, listed, told. Each is a case of an item. */
import { Type, type Static } from '@sinclair/typebox';
import { Count } from './schema-parts.ts';
import { At, Day, Light } from './values.ts';
import { orderSources } from './order-sources.ts';

const text = (maxLength: number, minLength = 1) => Type.String({ minLength, maxLength });
const CaseId = Type.String({ format: 'uuid' });

export const OrderSource = Type.Union(orderSources.map((source) => Type.Literal(source)));
export type OrderSource = (typeof orderSources)[number];

/** What a supervisor writes; its item's form checks it once more. */
export const OrderBody = Type.Object({
  unit: text(100),
  source: OrderSource,
  subject: text(60, 2),
  content: text(4000, 4),
  demand: text(1000, 2),
  basis: text(1000, 2),
  /** Working days from signing. */
  feedbackDays: Type.Integer({ minimum: 1, maximum: 30 }),
  person: Type.Optional(text(50)),
  /** Read by supervisors alone. */
  notes: Type.Optional(text(2000)),
  caseIds: Type.Array(CaseId, { maxItems: 20, uniqueItems: true }),
  hitIds: Type.Array(text(64), { maxItems: 20, uniqueItems: true }),
  ruleId: Type.Optional(text(100)),
  ruleVersion: Type.Optional(Type.Integer({ minimum: 1 })),
});
export type OrderBody = Static<typeof OrderBody>;

export const OrderReceipt = Type.Object({ caseId: CaseId, number: Type.String() });
export type OrderReceipt = Static<typeof OrderReceipt>;

const Unit = Type.Object({ id: Type.String(), name: Type.String() });

/** A new order as far as the case that it is about fills it in, and the units to choose from. */
export const OrderStart = Type.Object({
  units: Type.Array(Unit),
  draft: Type.Partial(OrderBody),
  /** Of the cases: what the form shows. */
  cases: Type.Array(Type.Object({ caseId: CaseId, number: Type.String(), name: Type.String() })),
});
export type OrderStart = Static<typeof OrderStart>;

export const OrderRow = Type.Object({
  caseId: CaseId,
  number: Type.String(),
  subject: Type.String(),
  unitId: Type.String(),
  unitName: Type.String(),
  source: OrderSource,
  /** Id of the step whose move it is, or `ended`. */
  stage: Type.String(),
  stageName: Type.String(),
  rounds: Type.Integer(),
  light: Light,
  dueOn: Type.Optional(Day),
  /** Working days left; negative when late. */
  remainingDays: Type.Optional(Type.Integer()),
  openedAt: At,
  closedAt: Type.Optional(At),
  liability: Type.Optional(Type.String()),
  points: Type.Optional(Type.Number()),
  canOpen: Type.Boolean(),
});
export type OrderRow = Static<typeof OrderRow>;

export const OrderQuery = Type.Object({
  state: Type.Optional(Type.Union(['open', 'overdue', 'ended'].map((s) => Type.Literal(s)))),
  unit: Type.Optional(text(100)),
  source: Type.Optional(OrderSource),
  /** Answered at least so often. */
  rounds: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
  cursor: Type.Optional(text(400)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
export type OrderQuery = Static<typeof OrderQuery>;

export const OrderPage = Type.Object({
  rows: Type.Array(OrderRow),
  nextCursor: Type.Optional(Type.String()),
  /** On the first page: of all orders, whatever the filter. */
  counts: Type.Optional(Type.Object({ open: Count, overdue: Count, ended: Count })),
  /** On the first page: units that have orders. */
  units: Type.Optional(Type.Array(Unit)),
});
export type OrderPage = Static<typeof OrderPage>;

/** One record of an order's course: who did what at which step, with what was written there. */
export const OrderRecord = Type.Object({
  /** Sequence number of the event. */
  seq: Type.Integer(),
  stepId: Type.String(),
  stepName: Type.String(),
  kind: Type.Union(['done', 'returned', 'issued', 'urged', 'ended'].map((k) => Type.Literal(k))),
  /** Which round of the step. */
  round: Type.Integer(),
  at: At,
  by: Type.String(),
  /** Done by the system, since nobody did it in time. */
  isBySystem: Type.Boolean(),
  /** After the limit of the step. */
  isLate: Type.Boolean(),
  opinion: Type.String(),
  fields: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
  /** Issued: the document. */
  documentId: Type.Optional(Type.String()),
});
export type OrderRecord = Static<typeof OrderRecord>;

export const OrderCourse = Type.Object({
  unitName: Type.String(),
  records: Type.Array(OrderRecord),
  /** The cases that it is about; those that the reader may open lead there. */
  cases: Type.Array(
    Type.Object({
      caseId: CaseId,
      number: Type.String(),
      name: Type.String(),
      canOpen: Type.Boolean(),
    }),
  ),
  /** What the rules found that it answers; none for who does not supervise. */
  hits: Type.Array(Type.Object({ hitId: Type.String(), says: Type.String() })),
});
export type OrderCourse = Static<typeof OrderCourse>;

/** Shown on the page of a case: the orders about it. */
export const CaseOrders = Type.Array(
  Type.Object({
    caseId: CaseId,
    number: Type.String(),
    subject: Type.String(),
    stage: Type.String(),
    stageName: Type.String(),
    canOpen: Type.Boolean(),
  }),
);
export type CaseOrders = Static<typeof CaseOrders>;
