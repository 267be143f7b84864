import { Type } from '@sinclair/typebox';
import type { FlowDefinition } from '@yichuang/kernel/flow';
import { STEP_DUTIES } from '@yichuang/kernel/words';
import { closed, isOneOf, LegalBasisSchema, Name, Text } from './schema-parts.ts';

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

const StepLimit = closed({ amount: Type.Integer({ minimum: 1 }), unit: isOneOf('WD', 'CD') });
const FieldRef = Type.String();
const StatedLimit = closed({ ...StepLimit.properties, amountField: Type.Optional(FieldRef) });
const ToPost = closed({ then: Type.Literal('post'), post: Type.String() });

const StepSchema = closed({
  ...base,
  kind: Type.Literal('step'),
  duty: isOneOf(...STEP_DUTIES),
  posts: Type.Array(Type.String()),
  agreement: AgreementSchema,
  opinion: Type.Optional(Type.Literal('required')),
  policies: Type.Optional(
    closed({
      samePerson: Type.Optional(Type.Literal('skip')),
      applicantHolds: Type.Optional(Type.Union([closed({ then: Type.Literal('skip') }), ToPost])),
      nobody: Type.Optional(closed({ post: Type.String() })),
      timeOut: Type.Optional(Type.Union([closed({ then: isOneOf('approve', 'reject') }), ToPost])),
      timeOutBasis: Type.Optional(LegalBasisSchema),
    }),
  ),
  limit: Type.Optional(StatedLimit),
  binding: Type.Optional(closed({ within: Type.Optional(FieldRef) })),
  apartFrom: Type.Optional(
    closed({
      steps: Type.Optional(Type.Array(NodeId, { minItems: 1 })),
      unit: Type.Optional(FieldRef),
      person: Type.Optional(FieldRef),
    }),
  ),
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
      require: Type.Optional(Type.Array(Type.String())),
      attach: Type.Optional(Type.Array(Type.String())),
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
    closed({ action: Type.Literal('copy'), posts: Type.Array(Type.String(), { minItems: 1 }) }),
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
        parts: Type.Array(
          closed({
            id: NodeId,
            itemCode: Name,
            name: Type.Optional(Name),
            when: Type.Optional(Text),
            after: Type.Optional(Type.Array(NodeId)),
          }),
        ),
      }),
      AutomaticSchema,
      closed({
        ...base,
        kind: Type.Literal('wait'),
        until: isOneOf('payment', 'special-procedure-ended', 'message', 'time'),
        limit: Type.Optional(StepLimit),
        messageName: Type.Optional(Name),
      }),
    ]);
  },
  { $id: 'FlowNode' },
);

/** The kernel's FlowDefinition as a file says it; what the tree means is checked by `lintFlow`. */
export const FlowDefinitionSchema = Type.Unsafe<FlowDefinition>(
  closed({ main: FlowNodeSchema, denied: Type.Optional(FlowNodeSchema) }),
);
