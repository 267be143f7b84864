import type {
  CaseView,
  ClockExplanation,
  CommandResult,
  StaffCommand,
  TaskPage,
} from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import type { InboxList } from '../inbox/filters.ts';
import { requestFile, requestJson } from './request.ts';

const part = encodeURIComponent;

export interface TaskQuery {
  readonly list: InboxList;
  readonly light?: string | undefined;
  readonly itemCode?: string | undefined;
  readonly phase?: string | undefined;
  readonly onBehalfOf?: string | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export const casesApi = {
  tasks: (query: TaskQuery, signal?: AbortSignal) =>
    requestJson<TaskPage>({ path: `/api/tasks?${queryString({ ...query })}`, signal }),
  case: (caseId: string) => requestJson<CaseView>({ path: `/api/cases/${part(caseId)}` }),
  item: (code: string, version?: number) =>
    requestJson<ItemDefinition>({ path: `/api/items/${part(code)}?${queryString({ version })}` }),
  command: (caseId: string, command: StaffCommand, idempotencyKey: string) =>
    requestJson<CommandResult>({
      path: `/api/cases/${part(caseId)}/commands`,
      method: 'POST',
      body: command,
      idempotencyKey,
    }),
  /** The document that the command would issue; undefined when it issues none. */
  preview: (caseId: string, command: StaffCommand) =>
    requestFile({ path: `/api/cases/${part(caseId)}/preview`, method: 'POST', body: command }),
  explanation: (caseId: string, clockId: string) =>
    requestJson<ClockExplanation>({
      path: `/api/cases/${part(caseId)}/clocks/${part(clockId)}/explanation`,
    }),
  fileUrl: (caseId: string, sha256: string) => `/api/cases/${part(caseId)}/files/${sha256}`,
  documentUrl: (caseId: string, documentId: string) =>
    `/api/cases/${part(caseId)}/documents/${part(documentId)}`,
};

/** Only what is set, in the order given. */
export function queryString(query: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(query).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== '',
  );
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
}
