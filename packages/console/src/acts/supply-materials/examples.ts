import { deskCase, subjectOf } from '../../examples/case.examples.ts';

export const examples = { subject: subjectOf(deskCase, { act: 'SupplyMaterials' }) };
