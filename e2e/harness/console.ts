// What staff do in the console, by role and label.

import type { Locator, Page } from 'playwright-core';
import { demoPassword } from './county.ts';
import type { TestServer } from './server.ts';

/** Opens the console and logs in; ends on the list of one's tasks. */
export async function logInStaff(page: Page, server: TestServer, account: string): Promise<void> {
  await page.goto('/console/');
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill(demoPassword(server.dataFolder));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '待办', level: 1 }).waitFor();
}

/** Opens a case from the list that is on the screen. */
export async function openCase(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: number }).click();
  await page.getByText(number, { exact: true }).waitFor();
  await page.getByRole('tablist', { name: '办件内容' }).waitFor();
}

/** The form of an act, after its verb was pressed (on a phone: in the sheet from below). */
export async function openAct(page: Page, verb: string) {
  const form = page.getByRole('form', { name: verb, exact: true });
  const verbs = page.getByRole('group', { name: '办理' });
  await verbs.first().waitFor();
  if (await form.isVisible()) return form;
  const wanted = verbs.getByRole('button', { name: new RegExp(`^${verb}`) }).first();
  const folded = verbs.locator('summary').filter({ hasText: '更多' });
  const sheet = verbs.getByRole('button', { name: '更多' });
  if (!(await wanted.isVisible())) await sheet.or(folded).first().click();
  // On a phone "more" opens the sheet at one act; which one, the case decides.
  await form.or(wanted).or(folded).first().waitFor();
  if (await form.isVisible()) return form;
  if (!(await wanted.isVisible())) await folded.click();
  await wanted.click();
  await form.waitFor();
  return form;
}

/**
 * The act with what its form holds already, confirmed through its preview where it has one. By the
 * keyboard: on a busy machine the page may move between a mouse button's way down and up.
 *
 * @throws Error with what the page says when it was not done
 */
export async function act(page: Page, verb: string): Promise<void> {
  const form = await openAct(page, verb);
  const previewing = form.getByRole('button', { name: `预览并${verb}` });
  const direct = form.getByRole('button', { name: verb, exact: true });
  // The form may still be drawn anew: looking too early would take the wrong way.
  await previewing.or(direct).first().waitFor();
  if (await previewing.isVisible()) {
    await previewing.press('Enter');
    const dialog = page.getByRole('dialog', { name: '将要发出的文书' });
    await dialog.getByRole('button', { name: verb, exact: true }).press('Enter');
  } else {
    await direct.press('Enter');
  }
  // The page may say the same where it stands; the toast comes last.
  const toast = page
    .getByRole('status')
    .filter({ hasText: `已${verb}` })
    .last();
  try {
    await toast.waitFor();
  } catch (error) {
    const said = await page.locator('form, dialog, [role=dialog], [role=alert]').allInnerTexts();
    throw new Error(`${verb} was not done; the page says: ${said.join('\n')}`, { cause: error });
  }
}

/** Types a name and takes the one person who is found. */
export async function choosePerson(within: Locator, label: string, name: string): Promise<void> {
  await within.getByRole('searchbox', { name: label }).fill(name);
  await within.getByRole('list', { name: label }).getByRole('button', { name }).click();
}
