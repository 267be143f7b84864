/** An item around a bare flow, so that a flow can be played before its item is written. */
import type { ItemDefinition } from '../case/index.ts';
import { stepsOf, type FlowDefinition } from '../flow/index.ts';
import type { FieldSchema, FormData } from '../form/index.ts';

/**
 * No materials, fees, limits and documents; the form has the fields of the script and those that
 * the steps may write, each optional.
 */
export function itemAround(flow: FlowDefinition, form: FormData): ItemDefinition {
  const written = stepsOf(flow).flatMap((step) => step.form?.write ?? []);
  const fields = [...new Set([...Object.keys(form), ...written])];
  const properties = Object.fromEntries(
    fields.map((name): [string, FieldSchema] => [name, { type: typeOf(form[name]), title: name }]),
  );
  // An applicant's own step is part of internal approvals only.
  const isInternal = stepsOf(flow).some(({ duty }) => duty === 'filing');
  return {
    code: 'play',
    version: 1,
    ...(isInternal ? { lifecycle: 'internal' } : {}),
    name: flow.main.name,
    summary: '',
    orgId: 'play',
    taskType: '20',
    audiences: ['person'],
    themes: [],
    handlingMode: 'committed',
    isOnline: true,
    visits: 0,
    conditions: [],
    legalBasis: [],
    correctionRule: 'XK-BZ-5',
    serviceRule: 'XK-SD-10',
    materials: [],
    form: {
      sections: [{ id: 'form', title: 'form', fields }],
      schema: { type: 'object', properties, required: [] },
    },
    fees: [],
    specialProcedures: [],
    flow,
  };
}

function typeOf(value: unknown): FieldSchema['type'] {
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}
