/** Log-ins of the members of staff who act, by post, as a browser keeps them. */
export async function logInStaff(
  origin: string,
  password: string,
  loginNames: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const cookies = new Map<string, string>();
  for (const [post, loginName] of loginNames) {
    const response = await fetch(`${origin}/api/auth/staff`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ loginName, password }),
    });
    if (!response.ok) throw new Error(`${loginName}: ${response.status} ${await response.text()}`);
    const [cookie] = response.headers.getSetCookie();
    cookies.set(post, cookie?.split(';')[0] ?? '');
  }
  return cookies;
}
