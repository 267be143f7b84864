/** Indicators, the cases behind them, and the assessments made of them. */
import type {
  Assessment,
  CountedCases,
  IndicatorReport,
  IndicatorSeries,
  NewAssessmentNote,
  PersonReport,
  PublishScheme,
  SaveSchemeDraft,
  SchemeEffect,
  SchemeView,
} from '@yichuang/contracts';
import { queryString } from './cases.ts';
import { requestFile, requestJson } from './request.ts';

/** Both days belong to it; of an office with all below it, or of what the reader leads. */
export interface FigureQuery {
  readonly from: string;
  readonly until: string;
  readonly orgId?: string | undefined;
}

export interface CasesQuery extends FigureQuery {
  readonly indicator: string;
  readonly part: 'of' | 'per' | 'missing';
  readonly itemCode?: string | undefined;
  readonly after?: string | undefined;
}

const get = <T>(path: string, query: Readonly<Record<string, string | undefined>>) =>
  requestJson<T>({ path: `/api/indicators${path}?${queryString(query)}` });

const assessment = (period: string): string => `/api/indicators/assessments/${period}`;

const scheme = '/api/indicators/scheme';

export const indicatorsApi = {
  report: (query: FigureQuery & { readonly by: 'office' | 'item' }) =>
    get<IndicatorReport>('', { ...query }),
  persons: (query: FigureQuery) => get<PersonReport>('/persons', { ...query }),
  series: (query: FigureQuery & { readonly indicator: string }) =>
    get<IndicatorSeries>('/series', { ...query }),
  cases: (query: CasesQuery) => get<CountedCases>('/cases', { ...query }),
  workbookUrl: (query: FigureQuery & { readonly by: 'office' | 'item' }) =>
    `/api/indicators/export.xlsx?${queryString({ ...query })}`,
  circular: async (period: string): Promise<Blob> => {
    const path = `/api/indicators/circular.pdf?${queryString({ period })}`;
    const file = await requestFile({ path });
    if (file === undefined) throw new Error('a circular without a body');
    return file;
  },
  assessment: (period: string) => requestJson<Assessment>({ path: assessment(period) }),
  publish: (period: string, idempotencyKey: string) =>
    requestJson<Assessment>({
      path: `${assessment(period)}/publication`,
      method: 'POST',
      idempotencyKey,
    }),
  schemes: () => requestJson<SchemeView>({ path: scheme }),
  saveScheme: (body: SaveSchemeDraft) =>
    requestJson<SchemeView>({ path: `${scheme}/draft`, method: 'PUT', body }),
  discardScheme: (changedAt: string) =>
    requestJson<SchemeView>({
      path: `${scheme}/draft?${new URLSearchParams({ changedAt }).toString()}`,
      method: 'DELETE',
    }),
  schemeEffect: (period: string) => get<SchemeEffect>('/scheme/effect', { period }),
  publishScheme: (body: PublishScheme, idempotencyKey: string) =>
    requestJson<SchemeView>({
      path: `${scheme}/publication`,
      method: 'POST',
      body,
      idempotencyKey,
    }),
  note: (period: string, body: NewAssessmentNote, idempotencyKey: string) =>
    requestJson<Assessment>({
      path: `${assessment(period)}/notes`,
      method: 'POST',
      body,
      idempotencyKey,
    }),
};
