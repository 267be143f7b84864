/** Why a BPMN model is not read: always with the element, never half a model. */
import type { RefusalRegistry } from '../platform/refusal.ts';
import { refusalTexts as en } from './messages.en.ts';
import { refusalTexts as zh } from './messages.zh-CN.ts';

const entries = {
  'bpmn-unreadable': { http: 422 },
  'bpmn-too-large': { http: 413 },
  'bpmn-no-process': { http: 422 },
  'bpmn-choose-process': { http: 422 },
  'bpmn-element-unknown': { http: 422 },
  'bpmn-event-gateway': { http: 422 },
  'bpmn-complex-gateway': { http: 422 },
  'bpmn-boundary-event': { http: 422 },
  'bpmn-event-subprocess': { http: 422 },
  'bpmn-transaction': { http: 422 },
  'bpmn-ad-hoc': { http: 422 },
  'bpmn-compensation': { http: 422 },
  'bpmn-repeated': { http: 422 },
  'bpmn-event-unsupported': { http: 422 },
  'bpmn-start-unsupported': { http: 422 },
  'bpmn-timer-unsupported': { http: 422 },
  'bpmn-terminate-in-parallel': { http: 422 },
  'bpmn-no-start': { http: 422 },
  'bpmn-several-starts': { http: 422 },
  'bpmn-flow-broken': { http: 422 },
  'bpmn-loop': { http: 422 },
  'bpmn-split-without-join': { http: 422 },
  'bpmn-join-of-other-kind': { http: 422 },
  'bpmn-flow-invalid': { http: 422 },
} as const;

export type BpmnRefusalCode = keyof typeof entries;

export const bpmnRefusals: RefusalRegistry = { entries, texts: { 'zh-CN': zh, en } };

export interface BpmnRefusal {
  readonly code: BpmnRefusalCode;
  readonly params: {
    readonly elementId: string;
    /** The element's name, or its id where it has none. */
    readonly name: string;
    /** Its BPMN type, such as `EventBasedGateway`. */
    readonly type: string;
    readonly other: string;
  };
}

export function refusal(
  code: BpmnRefusalCode,
  element: { readonly id?: string; readonly name?: string; readonly $type?: string },
  other = '',
): BpmnRefusal {
  const elementId = element.id ?? '';
  const name = oneLine(element.name) || elementId;
  const type = (element.$type ?? '').replace(/^bpmn:/u, '');
  return { code, params: { elementId, name, type, other } };
}

/** Modelers break names into lines to fit their boxes. */
export function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim();
}
