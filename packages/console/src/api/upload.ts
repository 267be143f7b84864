/** Upload of cases to the level above. */
import type { UploadDayView, UploadOverview } from '@yichuang/contracts';
import { requestJson } from './request.ts';

const part = encodeURIComponent;
const post = <T>(path: string) => requestJson<T>({ path: `/api/upload/${path}`, method: 'POST' });

export const uploadApi = {
  overview: () => requestJson<UploadOverview>({ path: '/api/upload' }),
  day: (day: string) => requestJson<UploadDayView>({ path: `/api/upload/days/${part(day)}` }),
  compareDay: (day: string) => post<UploadDayView>(`days/${part(day)}/compare`),
  resendDay: (day: string) => post<{ readonly cases: number }>(`days/${part(day)}/resend`),
  resendCase: (caseId: string) => post<{ readonly cases: number }>(`cases/${part(caseId)}/resend`),
  tryNow: () => post<undefined>('try'),
};
