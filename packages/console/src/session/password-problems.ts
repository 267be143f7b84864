import type { TextKey } from '../texts/locale.ts';

export interface PasswordValues {
  readonly current: string;
  readonly next: string;
  readonly repeat: string;
}

const LEAST = 10;

/** What can be said before asking the server, which also refuses well-known passwords. */
export function passwordProblems(
  values: PasswordValues,
): Partial<Record<keyof PasswordValues, TextKey>> {
  return {
    ...(values.current === '' ? { current: 'login.passwordMissing' as const } : {}),
    ...([...values.next].length < LEAST ? { next: 'password.short' as const } : {}),
    ...(values.next === values.repeat ? {} : { repeat: 'password.different' as const }),
  };
}
