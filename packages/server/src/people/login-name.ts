/** OWASP's first choice of Argon2id parameters: 19 MiB, two passes, one lane; about 30 ms. */
export const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Full width, upper case or a blank at the end make no other name. */
export function normaliseLogin(loginName: string): string {
  return loginName.normalize('NFKC').trim().toLowerCase();
}
