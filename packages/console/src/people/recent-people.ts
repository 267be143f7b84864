import type { StaffPerson } from '@yichuang/contracts';

const KEY = 'yichuang.people';
const MOST = 5;

/** Whom this browser chose lately, newest first: colleagues are asked again and again. */
export function recentPeople(): readonly StaffPerson[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isStaffPerson) : [];
  } catch {
    // What somebody else wrote there is no list of ours.
    return [];
  }
}

export function rememberPerson(person: StaffPerson): void {
  const others = recentPeople().filter(({ personId }) => personId !== person.personId);
  // Who acts for them is of today.
  const { deputyName: _away, ...kept } = person;
  localStorage.setItem(KEY, JSON.stringify([kept, ...others].slice(0, MOST)));
}

function isStaffPerson(value: unknown): value is StaffPerson {
  return (
    typeof value === 'object' &&
    value !== null &&
    'personId' in value &&
    typeof value.personId === 'string' &&
    'name' in value &&
    typeof value.name === 'string' &&
    'posts' in value &&
    Array.isArray(value.posts)
  );
}
