// What a resident does on the public site, by role and label.

import type { Page } from 'playwright-core';
import type { Resident } from './county.ts';
import { sentCode } from './http.ts';
import type { TestServer } from './server.ts';

/** A question and what is answered: `text` is typed, `choice` picked from radios or a list. */
export type PageAnswer =
  | { readonly title: string; readonly text: string }
  | { readonly title: string; readonly choice: string };

/** From the page that asks for the phone to the page that was wanted. */
export async function logIn(page: Page, server: TestServer, person: Resident): Promise<void> {
  await page.getByLabel('手机号').fill(person.phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByRole('heading', { name: '填写验证码' }).waitFor();
  await page.getByLabel('验证码', { exact: true }).fill(await sentCode(server, person.phone));
  await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click();
}

export async function identify(page: Page, person: Resident): Promise<void> {
  await page.getByRole('heading', { name: '实名信息' }).waitFor();
  await page.getByLabel('姓名').fill(person.name);
  await page.getByLabel('身份证号').fill(person.citizenId);
  await page.getByRole('button', { name: '保存并继续' }).click();
}

/** Answers what is asked on this page, then goes on to the page headed `then`. */
export async function answerSection(
  page: Page,
  answers: readonly PageAnswer[],
  then: string,
): Promise<void> {
  for (const answer of answers) await fill(page, answer);
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.getByRole('heading', { name: then, level: 1 }).waitFor();
}

export async function fill(page: Page, answer: PageAnswer): Promise<void> {
  const { title } = answer;
  if ('text' in answer) {
    await page.getByRole('main').getByLabel(title, { exact: true }).fill(answer.text);
    return;
  }
  const group = page.getByRole('group', { name: title, exact: true });
  const list = page.getByRole('combobox', { name: title, exact: true });
  await group.or(list).waitFor();
  if (await group.isVisible()) await group.getByLabel(answer.choice, { exact: true }).check();
  else await list.selectOption({ label: answer.choice });
}

/** The card of one material on the page of materials or of a correction. */
export function materialCard(page: Page, name: string) {
  return page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });
}

export async function uploadPage(
  page: Page,
  material: string,
  file: { readonly name: string; readonly buffer: Buffer; readonly mimeType: string },
): Promise<void> {
  const card = materialCard(page, material);
  await card.getByLabel('选择文件或拍照').setInputFiles(file);
  // The page's script has looked at the file before it is sent; without scripts there is no list.
  if (await page.evaluate(() => true).catch(() => false)) {
    await card.locator('.mend').getByRole('paragraph').filter({ hasText: '✓' }).waitFor();
  }
  await card.getByRole('button', { name: '上传' }).click();
}
