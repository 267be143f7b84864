/** Who in the offices is told what about a letter; never who wrote it. */
import type { Recorded } from '@yichuang/kernel/case';
import { openTasks } from '@yichuang/kernel/flow';
import type { StaffNotice, StaffNoticeFacts } from './staff-notice.ts';

export function letterStaffNotices(
  { event, by }: Recorded,
  { state, holdersOf }: StaffNoticeFacts,
): StaffNotice[] {
  const { number, letter } = state;
  if (letter === undefined) return [];
  const tell = (
    posts: readonly string[],
    template: StaffNotice['template'],
    params: StaffNotice['params'],
  ): StaffNotice[] => {
    const people = new Set(posts.flatMap(holdersOf).map(({ personId }) => personId));
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
      return tell(handlers, 'staff-letter-reopened', {});
    case 'LetterMessageSent':
      return event.to === 'handler' ? tell(handlers, 'staff-letter-message', {}) : [];
    default:
      return [];
  }
}
