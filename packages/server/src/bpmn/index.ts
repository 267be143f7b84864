export { exportFlow } from './export-flow.ts';
export { importBpmn, importProcesses, type Imported, type ImportedProcess } from './import-bpmn.ts';
export type { Suggestion, SuggestionCode } from './suggestion.ts';
export { bpmnRefusals, type BpmnRefusal, type BpmnRefusalCode } from './refusals.ts';
export { bpmnRoutes, type BpmnDeps } from './routes.ts';
export { explainRefusal, explainSuggestion } from './texts.ts';
