import { Type, type Static } from '@sinclair/typebox';
import type { FlowDefinition } from '@yichuang/kernel/flow';

/** What a person should look at before an imported flow is used. */
export const BpmnSuggestion = Type.Object({
  code: Type.String(),
  nodeId: Type.String(),
  /** One sentence in the language of the request. */
  text: Type.String(),
});
export type BpmnSuggestion = Static<typeof BpmnSuggestion>;

export const BpmnRefusalView = Type.Object({
  code: Type.String(),
  elementId: Type.String(),
  text: Type.String(),
  nextStep: Type.String(),
});
export type BpmnRefusalView = Static<typeof BpmnRefusalView>;

/** Each process of a file imports whole (`flow`) or is refused (`refusals`), never in part. */
export const BpmnProcessView = Type.Object({
  processId: Type.String(),
  name: Type.String(),
  flow: Type.Optional(Type.Unsafe<FlowDefinition>(Type.Any())),
  suggestions: Type.Optional(Type.Array(BpmnSuggestion)),
  refusals: Type.Optional(Type.Array(BpmnRefusalView)),
});
export type BpmnProcessView = Static<typeof BpmnProcessView>;

export const BpmnImportAnswer = Type.Object({ processes: Type.Array(BpmnProcessView) });
export type BpmnImportAnswer = Static<typeof BpmnImportAnswer>;
