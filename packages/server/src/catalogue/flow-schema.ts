import { Type } from '@sinclair/typebox';
import type { FlowDefinition } from '@yichuang/kernel/flow';
import { closed, isOneOf, Name, Text } from './schema-parts.ts';

/** Node ids become parts of clock ids, which `:` and `#` separate (kernel/case/clocks.ts). */
const NodeId = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$' });
const base = { id: NodeId, name: Name, nameEn: Type.Optional(Name) };

const AgreementSchema = Type.Union([
  closed({ rule: Type.Literal('one') }),
  closed({ rule: Type.Literal('any'), rejectCounts: isOneOf('at-once', 'when-all') }),
  closed({ rule: Type.Literal('all'), rejectCounts: isOneOf('at-once', 'hear-all') }),
  closed({ rule: Type.Literal('in-turn') }),
  closed({
    rule: Type.Literal('vote'),
    share: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
    isStrict: Type.Boolean(),
    weights: Type.Optional(Type.Record(Type.String(), Type.Number({ exclusiveMinimum: 0 }))),
  }),
]);

const StepSchema = closed({
  ...base,
  kind: Type.Literal('step'),
  duty: isOneOf('intake', 'review', 'decision', 'delivery', 'task'),
  posts: Type.Array(Type.String(), { minItems: 1 }),
  agreement: AgreementSchema,
  limit: Type.Optional(closed({ amount: Type.Integer({ minimum: 1 }), unit: isOneOf('WD', 'CD') })),
  onReject: Type.Optional(
    Type.Union([
      closed({ then: Type.Literal('deny') }),
      closed({ then: Type.Literal('continue') }),
      closed({ then: Type.Literal('return'), to: NodeId }),
    ]),
  ),
  form: Type.Optional(
    closed({
      write: Type.Optional(Type.Array(Type.String())),
      hide: Type.Optional(Type.Array(Type.String())),
    }),
  ),
  riskPoint: Type.Optional(closed({ level: isOneOf('high', 'middle', 'low'), measure: Text })),
});

const AutomaticSchema = closed({
  ...base,
  kind: Type.Literal('automatic'),
  does: Type.Union([
    closed({ action: Type.Literal('assess-fee') }),
    closed({ action: Type.Literal('issue-document'), template: Name }),
    closed({ action: Type.Literal('issue-certificate') }),
  ]),
});

const FlowNodeSchema = Type.Recursive(
  (Node) => {
    const branches = Type.Array(closed({ id: NodeId, when: Type.Optional(Text), node: Node }), {
      minItems: 1,
    });
    return Type.Union([
      StepSchema,
      closed({ ...base, kind: Type.Literal('sequence'), children: Type.Array(Node) }),
      closed({ ...base, kind: Type.Literal('choice'), branches }),
      closed({ ...base, kind: Type.Literal('parallel'), branches }),
      closed({
        ...base,
        kind: Type.Literal('subcases'),
        parts: Type.Array(closed({ id: NodeId, itemCode: Name })),
      }),
      AutomaticSchema,
      closed({
        ...base,
        kind: Type.Literal('wait'),
        until: isOneOf('payment', 'special-procedure-ended', 'message'),
      }),
    ]);
  },
  { $id: 'FlowNode' },
);

/** The kernel's FlowDefinition as a file says it; what the tree means is checked by `lintFlow`. */
export const FlowDefinitionSchema = Type.Unsafe<FlowDefinition>(
  closed({ main: FlowNodeSchema, denied: Type.Optional(FlowNodeSchema) }),
);
