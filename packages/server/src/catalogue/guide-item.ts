import type { ItemDefinition } from '@yichuang/kernel/case';
import { guideSummary } from './catalogue.messages.ts';
import type { ImportedRow } from './import-rows.ts';

/**
 * An item of an imported list: a guide without online filing. What the list does not say (limits,
 * materials, law) stays empty, and is not made up from what is usual.
 */
export function guideItem(row: ImportedRow, orgName: string): Omit<ItemDefinition, 'version'> {
  return {
    code: row.code,
    name: row.name,
    summary: row.summary === '' ? summaryOf(row.name, orgName) : row.summary,
    orgId: row.orgId,
    taskType: row.taskType,
    audiences: row.audiences,
    themes: row.themes,
    ...(row.synonyms.length > 0 && { synonyms: row.synonyms }),
    handlingMode: 'committed',
    isOnline: false,
    visits: 1,
    conditions: [],
    legalBasis: [],
    correctionRule: 'XK-BZ-5',
    serviceRule: 'XK-SD-10',
    materials: [],
    fees: [],
    specialProcedures: [],
  };
}

function summaryOf(name: string, organisation: string): string {
  return guideSummary.replace('{name}', () => name).replace('{organisation}', () => organisation);
}
