import type { RefusalText } from '../platform/refusal.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'proxy-not-yours': {
    detail: 'You cannot set or see proxies for this person.',
    nextStep: 'The person, a secretary of the office or an administrator can.',
  },
  'proxy-is-yourself': {
    detail: 'Nobody is their own deputy, or makes themselves that of somebody else.',
    nextStep: 'Choose somebody else.',
  },
  'proxy-of-reserved': {
    detail:
      'Whoever supervises, judges reviews, reads what is withheld or administers sets their own ' +
      'proxies.',
    nextStep: 'Ask them to set it themselves under "Proxies".',
  },
  'proxy-period-wrong': {
    detail: 'The time is not right: the end comes after the beginning, at most a year later.',
    nextStep: 'Correct it; for more than a year, change who holds the post.',
  },
  'proxy-overlaps': {
    detail: '{deputy} is the deputy at that time already.',
    nextStep: 'End that proxy first, or choose another time or other items.',
  },
  'proxy-cycle': {
    detail: '{deputy} is away at that time too, and the chain of deputies leads back here.',
    nextStep: 'Choose somebody else, or another time.',
  },
  'proxy-unknown': {
    detail: 'There is no such proxy, or it does not concern you.',
    nextStep: 'Reload the list of proxies.',
  },
  'proxy-ended-already': {
    detail: 'This proxy has ended.',
    nextStep: 'Reload the list; set a new proxy if one is still needed.',
  },
  'person-unknown': {
    detail: 'There is no such member of staff, or the account is closed.',
    nextStep: 'Choose somebody from the list.',
  },
  'hand-over-to-self': {
    detail: 'Work goes neither to the person who leaves nor to the one who hands it over.',
    nextStep: 'Choose who takes over, or ask a colleague to do it.',
  },
  'hand-over-of-supervision': {
    detail:
      '{post} watches, judges, reads what is withheld or administers: whoever holds it neither ' +
      'gives nor gets posts in the console, and their account is not closed there.',
    nextStep:
      'Tasks alone, without posts, go to a colleague who holds the same post; an operator ends, ' +
      'appoints and disables on the server (yichuang account), on a written order.',
  },
  'account-holds-work': {
    detail:
      'The account cannot be closed yet: it holds {tasks} tasks, {posts} posts that nobody else ' +
      'holds and {proxies} proxies.',
    nextStep: 'Hand everything over first, then close the account.',
  },
};
