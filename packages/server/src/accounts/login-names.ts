/** Letters of any script, digits, and what joins them; 2 to 50 characters, in its one form. */
export function isLoginName(loginName: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,49}$/u.test(loginName);
}
