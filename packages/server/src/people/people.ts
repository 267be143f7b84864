import { civilDate } from '@yichuang/kernel/time';
import type { Guard } from '../platform/http/index.ts';
import { sweepLoginCodes } from './login-code-store.pg.ts';
import {
  listOrgs,
  listPostHolders,
  listPosts,
  putOrgs,
  putPosts,
  type Org,
  type Post,
  type PostHolder,
} from './org-store.pg.ts';
import type { PeopleParts } from './people-parts.ts';
import { createPersons, type Persons } from './persons.ts';
import { can, isAction } from './policy.ts';
import { createResidentLogin, type ResidentLogin } from './resident-login.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createStaffLogin, type StaffLogin } from './staff-login.ts';

export interface Organisation {
  /** Parents before children; existing ones are brought up to date. Also drops cached sessions. */
  put(orgs: readonly Org[], posts: readonly Post[]): Promise<void>;
  orgs(): Promise<Org[]>;
  posts(): Promise<Post[]>;
  /** Today's. */
  holdersOf(postId: string): Promise<PostHolder[]>;
}

/** Everything that slice people does for others. */
export interface People {
  readonly persons: Persons;
  readonly sessions: Sessions;
  readonly residentLogin: ResidentLogin;
  readonly staffLogin: StaffLogin;
  readonly organisation: Organisation;
  /** For buildApp. */
  readonly guard: Guard;
}

/** Registers the nightly sweep, so before `jobs.start()`. */
export function createPeople(parts: PeopleParts): People {
  const { db, tenantId } = parts;
  const persons = createPersons(parts);
  const sessions = createSessions(parts);
  parts.jobs.register(
    'sweep-people',
    async () => {
      await sessions.sweep();
      await sweepLoginCodes(db, tenantId, parts.wallClock.now());
      await parts.limiter.sweep();
    },
    '17 19 * * *', // 03:17 in Shanghai
  );
  return {
    persons,
    sessions,
    residentLogin: createResidentLogin(parts, persons, sessions),
    staffLogin: createStaffLogin(parts, sessions),
    organisation: {
      async put(orgs, posts) {
        await db.tx(async (tx) => {
          await putOrgs(tx, tenantId, orgs);
          await putPosts(tx, tenantId, posts);
        });
        sessions.forgetAll();
      },
      orgs: () => listOrgs(db, tenantId),
      posts: () => listPosts(db, tenantId),
      holdersOf: (postId) => {
        return listPostHolders(db, tenantId, postId, civilDate(parts.clock.now()));
      },
    },
    guard: {
      findSession: (token) => sessions.find(token),
      permits: (session, action) => isAction(action) && can(session, action),
    },
  };
}
