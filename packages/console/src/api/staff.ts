/** Who is logged in: the answers of /api/me, which contracts does not describe. */
import { requestJson } from './request.ts';

export interface StaffPost {
  readonly postId: string;
  readonly postName: string;
  readonly orgId: string;
}

export interface Staff {
  readonly personId: string;
  readonly name: string;
  readonly posts: readonly StaffPost[];
  /** What some post of theirs allows somewhere, such as `case:file-on-behalf`. */
  readonly actions: readonly string[];
  readonly mustChangePassword: boolean;
}

export interface Phrase {
  readonly id: string;
  readonly text: string;
  readonly isShared: boolean;
  /** Only one's own phrases can be removed. */
  readonly isOwn: boolean;
}

export const staffApi = {
  /** Undefined while no member of staff is logged in (a resident may be, in the same browser). */
  me: async () => {
    const me = await requestJson<{ readonly staff?: Staff }>({
      path: '/api/me',
      onLoggedOut: 'throw',
    });
    return me.staff;
  },
  logIn: (account: string, password: string) =>
    requestJson<unknown>({
      path: '/api/auth/staff',
      method: 'POST',
      body: { loginName: account, password },
      onLoggedOut: 'throw',
    }),
  logOut: () =>
    requestJson<unknown>({
      path: '/api/auth/logout?kind=staff',
      method: 'POST',
      onLoggedOut: 'throw',
    }),
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

/** /api/me names no person id: whoever logs in again is recognised by name and posts. */
export function isSamePerson(a: Staff, b: Staff): boolean {
  const posts = (staff: Staff) => staff.posts.map(({ postId }) => postId).toSorted();
  return a.name === b.name && posts(a).join(' ') === posts(b).join(' ');
}
