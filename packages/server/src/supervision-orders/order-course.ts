/** 督办过程: an order told step by step, each act a record of its own with what was written there. */
import type { OrderRecord } from '@yichuang/contracts';
import type { CaseState, ItemDefinition, Recorded } from '@yichuang/kernel/case';
import { indexFlow, type StepNode } from '@yichuang/kernel/flow';
import type { FieldSchema, FormData, FormValue } from '@yichuang/kernel/form';
import type { Language } from '../platform/refusal.ts';
import { orderTexts } from './orders.messages.ts';

export interface CourseInput {
  readonly item: ItemDefinition;
  readonly state: CaseState;
  readonly events: readonly Recorded[];
  readonly language: Language;
  /** Of the reader: fields meant for others are left out. */
  readonly capabilities: readonly string[];
  readonly orgName: (orgId: string) => string | undefined;
}

type Written = OrderRecord['fields'];

export function orderCourse(input: CourseInput): OrderRecord[] {
  // What was written at each step since it was signed last.
  const written = new Map<string, Written>();
  return input.events.flatMap((recorded): OrderRecord[] => {
    const { event } = recorded;
    if (event.type === 'CaseReceived') written.set('filing', valuesOf(input, event.form));
    if (event.type === 'FormAmended') {
      const before = written.get(event.stepId) ?? [];
      written.set(event.stepId, merged(before, valuesOf(input, event.patch)));
    }
    if (event.type === 'MaterialsSupplied') {
      const stepId = stepAt(input, recorded);
      const files = event.materials.map((one) => filesOf(input, one));
      written.set(stepId, [...(written.get(stepId) ?? []), ...files]);
    }
    const record = recordOf(input, recorded, written);
    if (record !== undefined && record.kind !== 'issued') written.delete(record.stepId);
    return record === undefined ? [] : [record];
  });
}

function recordOf(
  input: CourseInput,
  { event, by, at, seq }: Recorded,
  written: ReadonlyMap<string, Written>,
): OrderRecord | undefined {
  const isBySystem = by.kind === 'system';
  const texts = orderTexts[input.language];
  const base = { seq, at, by: isBySystem ? texts.system : by.name, isBySystem };
  const plain = { ...base, round: 1, isLate: false, fields: [], opinion: '', stepName: '' };
  switch (event.type) {
    case 'TaskDecided': {
      const { stepId, round, verdict, opinion } = event;
      return {
        ...base,
        kind: verdict === 'rejected' ? 'returned' : 'done',
        stepId,
        stepName: nameOf(input, stepId),
        round,
        isLate: isLate(input.state, stepId, round, at),
        opinion,
        fields: written.get(stepId) ?? [],
      };
    }
    case 'StepReturned': {
      // A reject that returns was told by its vote.
      if (isToldByVote(input, event.fromStep, seq)) return undefined;
      const { fromStep: stepId, reason: opinion } = event;
      const round = input.state.marking.nodes[stepId]?.round ?? 1;
      const stepName = nameOf(input, stepId);
      return { ...plain, kind: 'returned', stepId, stepName, round, opinion };
    }
    case 'DocumentIssued': {
      const { documentId } = event;
      const stepId = input.state.documents[documentId]?.nodeId ?? '';
      const stepName = nameOf(input, stepId);
      return { ...plain, kind: 'issued', stepId, stepName, opinion: event.number, documentId };
    }
    case 'CaseUrged':
      return { ...plain, kind: 'urged', stepId: '', opinion: event.message };
    case 'CaseConcluded':
      return { ...plain, kind: 'ended', stepId: '' };
    case 'CaseWithdrawn':
      return { ...plain, kind: 'ended', stepId: '', opinion: event.reason };
    default:
      return undefined;
  }
}

function isToldByVote({ events }: CourseInput, stepId: string, seq: number): boolean {
  const before = events
    .filter((one) => one.seq < seq)
    .findLast(({ event }) => event.type === 'TaskDecided');
  return (
    before?.event.type === 'TaskDecided' &&
    before.event.stepId === stepId &&
    before.event.verdict === 'rejected'
  );
}

/** The step at which something was handed in: that of the form's last change, by the same hand. */
function stepAt({ events, item }: CourseInput, { seq, by }: Recorded): string {
  const attaching = steps(item).find(({ form }) => (form?.attach ?? []).length > 0)?.id ?? '';
  const beside = events.find(({ seq: other, by: who, event }) => {
    const isBeside = other === seq - 1 && who.personId === by.personId;
    return isBeside && event.type === 'FormAmended';
  });
  return beside?.event.type === 'FormAmended' ? beside.event.stepId : attaching;
}

function steps({ flow }: ItemDefinition): StepNode[] {
  if (flow === undefined) return [];
  return [...indexFlow(flow).values()].flatMap(({ node }) => (node.kind === 'step' ? [node] : []));
}

function nameOf({ item, language }: CourseInput, nodeId: string): string {
  const node = item.flow === undefined ? undefined : indexFlow(item.flow).get(nodeId)?.node;
  if (node === undefined) return nodeId;
  return language === 'en' ? (node.nameEn ?? node.name) : node.name;
}

function isLate({ clocks }: CaseState, stepId: string, round: number, at: string): boolean {
  const id = `step:${stepId}#${round}`;
  const own = Object.values(clocks).filter(
    ({ clockId }) => clockId === id || clockId.startsWith(`${id}.`),
  );
  return own.some(({ result }) => result.overdueAt <= at);
}

function merged(before: Written, after: Written): Written {
  const labels = new Set(after.map(({ label }) => label));
  return [...before.filter(({ label }) => !labels.has(label)), ...after];
}

function filesOf(
  { item }: CourseInput,
  {
    materialId,
    pages,
  }: { readonly materialId: string; readonly pages: readonly { readonly name: string }[] },
): Written[number] {
  const label = item.materials.find(({ id }) => id === materialId)?.name ?? materialId;
  return { label, value: pages.map(({ name }) => name).join('、') };
}

/** In the order of the form; what is empty, or meant for others, is left out. */
function valuesOf(input: CourseInput, data: FormData): Written {
  const { sections = [], schema } = input.item.form ?? {};
  return sections
    .flatMap((section) => section.fields)
    .flatMap((field): Written => {
      const definition = schema?.properties[field];
      const value = data[field];
      if (definition === undefined || value === undefined || value === null) return [];
      // Ids of hits tell nobody anything: the course leads to them by what they say.
      if (field === 'hitIds') return [];
      const asked = definition['x-capability'];
      if (asked !== undefined && !input.capabilities.includes(asked)) return [];
      const shown = wordsOf(input, definition, value);
      return shown === '' ? [] : [{ label: titleOf(input, definition), value: shown }];
    });
}

function titleOf({ language }: CourseInput, field: FieldSchema): string {
  return language === 'en' ? (field['x-title-en'] ?? field.title) : field.title;
}

function wordsOf(input: CourseInput, field: FieldSchema, value: NonNullable<FormValue>): string {
  const { language, orgName } = input;
  const texts = orderTexts[language];
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') {
    const unit = (language === 'en' ? field['x-unit-en'] : undefined) ?? field['x-unit'] ?? '';
    return `${value} ${unit}`.trim();
  }
  if (field.format === 'org') return orgName(value) ?? value;
  const own = language === 'en' ? field['x-enum-titles-en']?.[value] : undefined;
  return own ?? field['x-enum-titles']?.[value] ?? value;
}
