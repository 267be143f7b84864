/** Accounts of staff, for administrators. */
import type {
  AccountPage,
  AccountQuery,
  AccountSlip,
  AccountView,
  NewAccount,
  PostChoices,
  StaffImportReport,
} from '@yichuang/contracts';
import { requestJson } from './request.ts';

const part = encodeURIComponent;

export interface MadeAccount {
  readonly account: AccountView;
  readonly slip: AccountSlip;
}

const post = <R>(path: string, body?: object) =>
  requestJson<R>({ path, method: 'POST', ...(body === undefined ? {} : { body }) });
const of = (id: string, what: string) => `/api/accounts/${part(id)}/${what}`;

export const accountsApi = {
  find: (query: AccountQuery) =>
    requestJson<AccountPage>({ path: `/api/accounts?${new URLSearchParams(query).toString()}` }),
  posts: () => requestJson<PostChoices>({ path: '/api/accounts/posts' }),
  add: (account: NewAccount) => post<MadeAccount>('/api/accounts', account),
  renew: (id: string) => post<MadeAccount>(of(id, 'password')),
  disable: (id: string) => post<AccountView>(of(id, 'disable')),
  enable: (id: string) => post<AccountView>(of(id, 'enable')),
  endSessions: (id: string) => post<AccountView>(of(id, 'end-sessions')),
  appoint: (id: string, postId: string) => post<AccountView>(of(id, 'posts'), { postId }),
  endPost: (id: string, postId: string) =>
    requestJson<AccountView>({ path: of(id, `posts/${part(postId)}`), method: 'DELETE' }),
  templateUrl: '/api/accounts/template',
  importStaff: (file: File, isDryRun: boolean) => {
    const body = new FormData();
    body.append('file', file, file.name);
    const path = `/api/accounts/import?dryRun=${isDryRun ? '1' : '0'}`;
    return requestJson<StaffImportReport>({ path, method: 'POST', body });
  },
};
