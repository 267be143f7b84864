/** Who is logged in: the answers of /api/me, which contracts does not describe. */
import { requestJson } from './request.ts';

export interface StaffPost {
  readonly id: string;
  readonly name: string;
  readonly orgName: string;
}

export interface Staff {
  readonly personId: string;
  readonly name: string;
  readonly posts: readonly StaffPost[];
  readonly capabilities: readonly string[];
  readonly mustChangePassword: boolean;
}

export interface Phrase {
  readonly id: string;
  readonly text: string;
  readonly isShared: boolean;
}

export const staffApi = {
  me: () => requestJson<Staff>({ path: '/api/me', onLoggedOut: 'throw' }),
  logIn: (account: string, password: string) =>
    requestJson<unknown>({
      path: '/api/auth/staff',
      method: 'POST',
      body: { account, password },
      onLoggedOut: 'throw',
    }),
  logOut: () =>
    requestJson<unknown>({ path: '/api/auth/logout', method: 'POST', onLoggedOut: 'throw' }),
  changePassword: (current: string, next: string) =>
    requestJson<unknown>({
      path: '/api/me/password',
      method: 'POST',
      body: { current, next },
    }),
  phrases: () => requestJson<readonly Phrase[]>({ path: '/api/me/phrases' }),
  addPhrase: (text: string, isShared: boolean) =>
    requestJson<Phrase>({ path: '/api/me/phrases', method: 'POST', body: { text, isShared } }),
  removePhrase: (id: string) =>
    requestJson<unknown>({
      path: `/api/me/phrases/${encodeURIComponent(id)}`,
      method: 'DELETE',
    }),
};
