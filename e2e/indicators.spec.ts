// Indicators: a figure with its formula, the cases behind it, the same numbers in a workbook.

import { readFile } from 'node:fs/promises';
import exceljs from 'exceljs';
import type { Page } from 'playwright-core';
import type { IndicatorReport } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applicant,
  checkAt,
  constructionForm,
  fileCase,
  hygieneForm,
  items,
  logInStaff,
  moveToMorning,
  openBrowser,
  openDesks,
  resident,
  screenshot,
  startServer,
  type Desks,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const SUPERVISOR = 'ren.gangzheng';
const HOUSING = '云溪县住房和城乡建设局';

let server: TestServer;
let browser: TestBrowser;
let desks: Desks;
let page: Page;
let permit: { caseId: string; number: string };

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desks = openDesks(server, browser);
  await moveToMorning(server);
  const owner = await applicant(server, resident('tian-shulan'));
  permit = await fileCase(owner, items.constructionPermit, constructionForm);
  await fileCase(owner, items.hygieneLicence, hygieneForm);
  // Nobody answers: accepted by law, then past every limit.
  await moveToMorning(server, 30);
  page = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
  await logInStaff(page, server, SUPERVISOR);
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const YEARS = 'from=2026-01-01&until=2027-12-31';
const region = (name: string) => page.getByRole('region', { name });
const wide = () => page.setViewportSize({ width: 1440, height: 900 });

async function shownReport(): Promise<IndicatorReport> {
  return (await desks.api(SUPERVISOR)).get<IndicatorReport>(`/api/indicators?${YEARS}`);
}

describe('the indicators', () => {
  it('show each figure with what it was divided by, and its formula on demand', async () => {
    await page.goto(`/console/indicators?${YEARS}`);
    const overdue = page.getByRole('listitem').filter({ hasText: /^超期率/ });
    await overdue.getByRole('button', { name: /100\.00%/ }).waitFor();
    expect(await overdue.innerText()).toContain('基数 2');
    const formula = overdue.getByText('到期后撤回、终止的仍计超期');
    expect(await formula.isVisible()).toBe(false);
    await overdue.getByRole('button', { name: '超期率的口径' }).press('Enter');
    await formula.waitFor();
    await region('按单位').getByText(HOUSING).waitFor();
    await checkAt(page, 'desktop');
    await screenshot(page, 'indicators');
    await checkAt(page, 'phone');
    await screenshot(page, 'indicators-phone');
    await wide();
  });

  it('lead from a figure to its cases, and from there to the case', async () => {
    await page
      .getByRole('row')
      .filter({ hasText: HOUSING })
      .getByRole('button', { name: /按时办结率/ })
      .click();
    await page.getByText('没有这样的办件').waitFor();
    await page.getByRole('button', { name: '没有计入的' }).click();
    await page.getByRole('link', { name: permit.number }).waitFor();
    await checkAt(page, 'desktop');
    await screenshot(page, 'indicators-cases');
    await page.getByRole('link', { name: permit.number }).click();
    await page.getByRole('tablist', { name: '办件内容' }).waitFor();
    await page.goBack();
  });

  it('come out as a workbook that opens and says the same numbers', async () => {
    await page.goto(`/console/indicators?${YEARS}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 Excel' }).click(),
    ]);
    const workbook = new exceljs.Workbook();
    const bytes = new Uint8Array(await readFile(await download.path()));
    await workbook.xlsx.load(bytes.buffer);
    const { indicators, total } = await shownReport();
    const sheet = workbook.getWorksheet('指标');
    indicators.forEach(({ id, name }, i) => {
      expect(sheet?.getCell(1, i + 2).value).toBe(name);
      expect(sheet?.getCell(2, i + 2).value ?? undefined, id).toBe(total.figures[id]?.value);
    });
  });

  it('become scores, computed in the open, and a draft of the circular', async () => {
    await page.goto('/console/indicators?view=assessment&period=2026');
    await page.getByText('考核期').first().waitFor();
    await page.getByText(HOUSING).click();
    await page.getByRole('table', { name: '计分过程' }).first().waitFor();
    await checkAt(page, 'desktop');
    await screenshot(page, 'indicators-assessment');
    await checkAt(page, 'phone');
    await wide();
    await page.getByRole('tab', { name: '通报' }).click();
    await page.getByRole('button', { name: '生成通报' }).click();
    await page.locator('iframe, embed, object, canvas').first().waitFor();
    await checkAt(page, 'desktop');
  });

  it('are weighed by a scheme that one writes and tries, and another puts in force', async () => {
    await page.goto('/console/indicators?view=scheme&period=2026');
    await page.getByRole('button', { name: '修改办法' }).click();
    const weight = page.getByRole('spinbutton', { name: '按时办结率：权重' });
    await weight.fill('60');
    await page.getByRole('combobox', { name: '增加否决项' }).selectOption('“超期率”的件数');
    await page.getByText('请填写中文和英文名称').first().waitFor();
    const veto = page.getByRole('group', { name: '', exact: true }).last();
    await veto.getByRole('textbox', { name: '名称', exact: true }).fill('有超期办件');
    await page
      .getByRole('group', { name: '有超期办件' })
      .getByLabel('英文名称')
      .fill('Any overdue');
    await page.getByRole('button', { name: '保存并试算' }).click();
    const effect = region('试算：2026 的名次会怎样');
    await effect.getByRole('row').filter({ hasText: HOUSING }).getByText('单项否决').waitFor();
    await page.getByText('请另一位督查人员核对后公布').waitFor();
    await checkAt(page, 'desktop');
    await screenshot(page, 'indicators-scheme');
    await checkAt(page, 'phone');
    await screenshot(page, 'indicators-scheme-phone');
    await wide();
    const other = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(other, server, 'cui.ming');
    await other.goto('/console/indicators?view=scheme&period=2026');
    await other.getByLabel('公布理由').waitFor();
    // Both write at once: what the second has typed is neither saved over the first nor lost.
    await weight.fill('65');
    await page.getByRole('button', { name: '保存并试算' }).click();
    await page.getByText('请另一位督查人员核对后公布').waitFor();
    const theirs = other.getByRole('spinbutton', { name: '按时办结率：权重' });
    await theirs.fill('50');
    await other.getByRole('button', { name: '保存并试算' }).click();
    await other.getByText('草稿在您修改期间被 任刚正 改过了。').waitFor();
    expect(await theirs.inputValue()).toBe('50');
    await checkAt(other, 'desktop');
    await screenshot(other, 'indicators-scheme-moved');
    await other.getByRole('button', { name: '放弃我的，看现在的草稿' }).click();
    expect(await theirs.inputValue()).toBe('65');
    await other.getByLabel('公布理由').fill('突出按时办结');
    await other.getByRole('button', { name: '公布办法' }).click();
    await other.getByText('任刚正 起草，崔明').waitFor();
    await other.getByText('第 1 版').first().waitFor();
    await checkAt(other, 'desktop');
    await screenshot(other, 'indicators-scheme-published');
    await other.close();
  });

  it('of persons are for who watches and for the leader of the office', async () => {
    const leader = await desks.api('fang.jingxian');
    const own = await leader.get<IndicatorReport>(`/api/indicators?${YEARS}`);
    expect(own.total.name).toBe(HOUSING);
    await page.goto(`/console/indicators?view=persons&${YEARS}`);
    await page
      .getByText('只有督查人员和本单位负责人可以看到')
      .or(page.getByText('没有可以统计'))
      .waitFor();
    await checkAt(page, 'desktop');
  });
});
