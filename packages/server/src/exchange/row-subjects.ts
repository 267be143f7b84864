/** What the rows of a table are about: the case, an act, a material, a procedure, a certificate. */
import type { CaseState, FiledMaterial, ItemDefinition } from '@yichuang/kernel/case';
import { createHash } from 'node:crypto';
import type { UploadTable } from '../catalogue/index.ts';
import { actFacts, type Happening } from './case-facts.ts';
import type { Scope } from './cell.ts';

export interface RowSubject {
  /** Tells the row from others of its table and case; a later event may be about the same. */
  readonly key: string;
  readonly facts: Scope;
}

/** None where the event is not about such a thing. */
export function subjectsOf(
  each: UploadTable['each'],
  happening: Happening,
  item: ItemDefinition,
): readonly RowSubject[] {
  switch (each) {
    case 'case':
      return [{ key: 'case', facts: {} }];
    case 'act':
      return [{ key: `${happening.recorded.seq}`, facts: { act: actFacts(happening, item) } }];
    case 'material':
      return materialsOf(happening, item);
    case 'procedure':
      return procedureOf(happening);
    case 'certificate':
      return certificatesOf(happening, item);
  }
}

/** The same for ever: the receiver finds the row by it when it is sent again. */
export function rowId(...place: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(place)).digest('hex').slice(0, 32);
}

function materialsOf(
  { after, recorded: { event } }: Happening,
  item: ItemDefinition,
): readonly RowSubject[] {
  const filed: readonly Pick<FiledMaterial, 'materialId'>[] =
    event.type === 'PaperReceived'
      ? event.materialIds.map((materialId) => ({ materialId }))
      : 'materials' in event
        ? event.materials
        : [];
  return filed.flatMap(({ materialId }) => {
    const state = after.materials[materialId];
    if (state === undefined) return [];
    const { pages, isOnPaper } = state;
    const definition = item.materials.find(({ id }) => id === materialId);
    const facts = {
      id: materialId,
      name: definition?.name ?? materialId,
      carrier: isOnPaper ? (pages.length > 0 ? 'both' : 'paper') : 'electronic',
      count: Math.max(pages.length, 1),
      files: pages.map(({ name }) => name).join('；'),
    };
    return [{ key: materialId, facts: { material: facts } }];
  });
}

function procedureOf({ after, recorded, moments }: Happening): readonly RowSubject[] {
  const { event, at, by, seq } = recorded;
  if (event.type === 'LimitExtended') {
    const procedure = {
      name: 'LimitExtended',
      reason: event.reason,
      startedAt: at,
      startedBy: by.name,
      days: event.days,
    };
    return [{ key: `extension ${seq}`, facts: { procedure } }];
  }
  if (event.type !== 'SpecialProcedureStarted' && event.type !== 'SpecialProcedureEnded') return [];
  const found = after.specialProcedures.find(({ procedureId: id }) => id === event.procedureId);
  if (found === undefined) return [];
  const isEnd = event.type === 'SpecialProcedureEnded';
  const began = moments.began[found.procedureId];
  const procedure = {
    name: found.name,
    reason: found.reason,
    startedAt: began?.at ?? found.startedOn,
    startedBy: began?.by ?? by.name,
    days: found.expectedDays,
    ...(isEnd && { endedAt: at, result: found.result }),
  };
  return [{ key: found.procedureId, facts: { procedure } }];
}

/** Of the document that was issued; at the end of a grant, all that are still there. */
function certificatesOf(
  { after, recorded: { event } }: Happening,
  item: ItemDefinition,
): readonly RowSubject[] {
  return Object.values(after.documents).flatMap((document) => {
    const { documentId, certificateId, number, issuedAt, validFrom, validUntil } = document;
    const isMeant = event.type !== 'DocumentIssued' || event.documentId === documentId;
    if (certificateId === undefined || !isMeant) return [];
    const certificate = {
      id: certificateId,
      typeCode: item.certificate?.typeCode,
      name: item.certificate?.name,
      number,
      issuedAt,
      validFrom,
      validUntil,
      ...holderOf(after, item),
    };
    return [{ key: documentId, facts: { certificate } }];
  });
}

function holderOf(
  { form, applicant }: CaseState,
  { certificate }: ItemDefinition,
): { readonly holder: unknown; readonly holderCode: unknown } {
  const { holderField, holderCodeField } = certificate ?? {};
  const named = holderField === undefined ? undefined : form[holderField];
  const code = holderCodeField === undefined ? undefined : form[holderCodeField];
  return { holder: named ?? applicant.name, holderCode: code ?? applicant.code };
}
