/** Long before complicated: what is refused is what guessing tools try first. */
const leastLength = 10;
const obvious = /^(?:(.)\1*|.*(?:password|qwerty|123456|admin|yichuang).*|\d+)$/i;

export type PasswordProblem = 'password-too-short' | 'password-too-simple';

export function passwordProblem(password: string): PasswordProblem | undefined {
  const length = [...password].length;
  if (length < leastLength || length > 200) return 'password-too-short';
  return obvious.test(password) || new Set(password).size < 5 ? 'password-too-simple' : undefined;
}
