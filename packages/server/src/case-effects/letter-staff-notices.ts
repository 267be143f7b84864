/** Who in the offices is told what about a letter; never who wrote it. */
import { isAccused, isWithheld, type Recorded } from '@yichuang/kernel/case';
import { openTasks } from '@yichuang/kernel/flow';
import type { StaffNotice, StaffNoticeFacts } from './staff-notice.ts';

export function letterStaffNotices(
  { event, by }: Recorded,
  facts: StaffNoticeFacts,
): StaffNotice[] {
  const { state, holdersOf } = facts;
  const { number, letter } = state;
  if (letter === undefined) return [];
  const tell = (
    posts: readonly string[],
    template: StaffNotice['template'],
    params: StaffNotice['params'],
  ): StaffNotice[] => {
    const told = posts.flatMap(holdersOf).filter(({ name }) => !isAccused(state, name));
    const people = new Set(told.map(({ personId }) => personId));
    people.delete(by.personId);
    return [...people].map((personId) => ({ template, personId, params: { number, ...params } }));
  };
  const handlers = openTasks(state.marking).flatMap(({ posts }) => posts);
  switch (event.type) {
    case 'CaseReferred':
      return tell(handlers, 'staff-letter-referred', { by: by.name });
    case 'ReferralObjected': {
      const referral = letter.referrals.find((each) => each.referralId === event.referralId);
      const posts = referral?.fromPosts ?? [];
      return tell(posts, 'staff-letter-objected', { by: by.name, reason: event.reason });
    }
    case 'ObjectionAnswered':
      if (event.isUpheld) return [];
      return tell(handlers, 'staff-letter-objection-answered', { reason: event.reason });
    case 'CaseSupervised':
      return tell(handlers, 'staff-letter-supervised', { demand: event.demand });
    case 'LetterReopened':
      // The office answers for the limit of a further question, the handlers for its words.
      return event.cause === 'follow-up'
        ? tell([...handlers, ...officePosts(facts)], 'staff-letter-follow-up', {})
        : tell(handlers, 'staff-letter-reopened', {});
    case 'LetterMessageSent': {
      if (event.to === 'sender') return [];
      const asked = event.to === 'handler' ? tell(handlers, 'staff-letter-message', {}) : [];
      // While nobody handles it, what is said to the handler is the office's to read.
      return asked.length > 0 ? asked : tell(officePosts(facts), 'staff-letter-message', {});
    }
    default:
      return [];
  }
}

/** Roles that read for the office, the first that somebody has: no message lies unread. */
function officePosts({ state, item, holdersOf, postOf }: StaffNoticeFacts): string[] {
  const roles = isWithheld(state, item) ? ['special', 'special-final'] : ['letters', 'leader'];
  const posts = roles.flatMap((role) => postOf(role, state.orgId) ?? []);
  return posts.filter((post) => holdersOf(post).length > 0).slice(0, 1);
}
