// The most frequent acts, each from the screen where one would begin, already logged in, to the
// words that say it is done. In the order in which the county of the setting allows them.

import type { Locator, Page } from 'playwright-core';
import { Hand } from './hand.ts';
import { atDesk, fileLeaves, type Setting } from './setting.ts';

export interface MeasuredAct {
  readonly name: string;
  readonly screen: 'phone' | 'desktop';
  readonly run: (setting: Setting) => Promise<Hand>;
}

const button = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true });
const formOf = (page: Page, verb: string) => page.getByRole('form', { name: verb, exact: true });
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

async function openFromList(hand: Hand, number: string): Promise<void> {
  await hand.click(hand.page.getByRole('link', { name: number }));
  await hand.arrive(hand.page.getByRole('tablist', { name: '办件内容' }));
}

/** Through the preview of the document that goes out. */
async function sendNotice(hand: Hand, verb: string): Promise<void> {
  const { page } = hand;
  await hand.click(formOf(page, verb).getByRole('button', { name: `预览并${verb}` }));
  const dialog = page.getByRole('dialog', { name: '将要发出的文书' });
  await hand.arrive(dialog.getByTitle('文书预览'));
  await hand.click(button(dialog, verb));
  await hand.see(said(page, `已${verb}`));
}

async function choose(hand: Hand, within: Locator, label: string, name: string): Promise<void> {
  await hand.type(within.getByRole('searchbox', { name: label }), name);
  await hand.click(within.getByRole('list', { name: label }).getByRole('button', { name }));
}

const fileLeave: MeasuredAct = {
  name: 'File a leave',
  screen: 'phone',
  async run(setting) {
    const page = await atDesk(setting, 'li.qinghe', 'phone');
    const hand = new Hand(page, true);
    await hand.click(page.getByRole('link', { name: '发起', exact: true }));
    const item = page
      .getByRole('main')
      .getByRole('link', { name: /请假申请/ })
      .first();
    await hand.arrive(item);
    await hand.click(item);
    await hand.arrive(page.getByRole('heading', { name: '请假申请', level: 1 }));
    await hand.click(button(page, '明天'));
    await hand.click(button(page, '家中有事'));
    await hand.see(page.getByText('提交后由 乔明远 审批'));
    await hand.click(button(page, '提交'));
    await hand.arrive(page.getByRole('heading', { name: '已提交', level: 1 }));
    return hand;
  },
};

const approveLeave: MeasuredAct = {
  name: 'Approve a leave',
  screen: 'phone',
  async run(setting) {
    const page = await atDesk(setting, 'qiao.mingyuan', 'phone');
    const hand = new Hand(page, true);
    await hand.click(page.getByRole('link', { name: /李青禾的请假申请/ }));
    await hand.arrive(page.getByText('家中有事'));
    await hand.click(button(page, '同意'));
    await hand.see(said(page, '已同意'));
    return hand;
  },
};

const approveReview: MeasuredAct = {
  name: 'Approve in a licence’s joint review',
  screen: 'desktop',
  async run(setting) {
    const page = await atDesk(setting, 'tan.yaqin');
    const hand = new Hand(page, false);
    await openFromList(hand, setting.reviewed[0]?.number ?? '');
    await hand.click(button(formOf(page, '同意'), '同意'));
    await hand.see(said(page, '已同意'));
    return hand;
  },
};

const nextCase: MeasuredAct = {
  name: 'Approve, and have the next case before one',
  screen: 'desktop',
  async run(setting) {
    const page = await atDesk(setting, 'jiang.hua');
    const [first, second] = setting.reviewed.map(({ number }) => number);
    await page.getByRole('link', { name: first ?? '' }).click();
    await formOf(page, '同意').waitFor();
    const hand = new Hand(page, false);
    await hand.click(button(formOf(page, '同意'), '同意'));
    await hand.arrive(page.getByText(second ?? '', { exact: true }));
    return hand;
  },
};

const addSigner: MeasuredAct = {
  name: 'Add a signer',
  screen: 'desktop',
  async run(setting) {
    const page = await atDesk(setting, 'qiao.mingyuan');
    const hand = new Hand(page, false);
    await openFromList(hand, setting.reviewed[0]?.number ?? '');
    const verbs = page.getByRole('group', { name: '办理' });
    await hand.click(verbs.locator('summary').filter({ hasText: '更多' }));
    await hand.click(verbs.getByRole('button', { name: /^加签/ }));
    const form = formOf(page, '加签');
    await hand.click(form.getByRole('radio', { name: '与我一起' }));
    await choose(hand, form, '加签人', '金素盘');
    await hand.type(form.getByLabel('理由'), '请核对合同价');
    await hand.click(button(form, '加签'));
    await hand.see(said(page, '已加签'));
    return hand;
  },
};

const returnWithReason: MeasuredAct = {
  name: 'Return a case with a reason',
  screen: 'desktop',
  async run(setting) {
    const page = await atDesk(setting, 'ning.bo');
    const hand = new Hand(page, false);
    await openFromList(hand, setting.reviewed[1]?.number ?? '');
    await hand.click(
      page.getByRole('group', { name: '办理' }).getByRole('button', { name: /^退回/ }),
    );
    const form = formOf(page, '退回');
    await hand.type(form.getByLabel('理由'), '请补充塔吊基础的验收意见');
    await hand.click(button(form, '退回'));
    await hand.see(said(page, '已退回'));
    return hand;
  },
};

const requestCorrection: MeasuredAct = {
  name: 'Have a material corrected (notice and all)',
  screen: 'desktop',
  async run(setting) {
    const page = await atDesk(setting, 'lu.qinghe');
    const hand = new Hand(page, false);
    await openFromList(hand, setting.toCorrect.number);
    await hand.click(button(page, '全部齐全'));
    const list = page.getByRole('navigation', { name: '材料清单' });
    const material = '建设资金已经落实承诺书';
    await hand.click(list.getByRole('button', { name: new RegExp(material) }));
    const verdict = page.getByRole('group', { name: `“${material}”的核验结果` });
    await hand.click(verdict.getByRole('button', { name: /^有误/ }));
    await hand.click(button(page, '没有盖章或签字'));
    await sendNotice(hand, '通知补正');
    return hand;
  },
};

const acceptCase: MeasuredAct = {
  name: 'Check the materials and accept',
  screen: 'desktop',
  async run(setting) {
    const page = await atDesk(setting, 'su.wan');
    const hand = new Hand(page, false);
    await openFromList(hand, setting.toAccept.number);
    await hand.click(button(page, '全部齐全'));
    const list = page.getByRole('navigation', { name: '材料清单' });
    await hand.click(list.getByRole('button', { name: /施工图纸/ }));
    await hand.click(page.getByRole('checkbox', { name: '纸质已收' }));
    await sendNotice(hand, '受理');
    return hand;
  },
};

const batchApprove: MeasuredAct = {
  name: 'Approve ten at once',
  screen: 'desktop',
  async run(setting) {
    await fileLeaves(setting.server);
    const page = await atDesk(setting, 'ning.bo');
    const hand = new Hand(page, false);
    const boxes = page.getByRole('checkbox', { name: /^选择 林小满的请假申请/ });
    for (let n = 0; n < 10; n += 1) await hand.click(boxes.nth(n));
    await hand.click(button(page, '同意所选（10）'));
    await hand.see(page.getByText('10 件都已同意'));
    return hand;
  },
};

const setProxy: MeasuredAct = {
  name: 'Name a deputy for today',
  screen: 'desktop',
  async run(setting) {
    const page = await atDesk(setting, 'he.zhengyang');
    const hand = new Hand(page, false);
    await hand.click(page.getByRole('link', { name: '代理', exact: true }));
    await hand.arrive(page.getByRole('heading', { name: '代理', level: 1 }));
    await choose(hand, page.getByRole('main'), '由谁代理', '乔明远');
    await hand.click(button(page, '设置代理'));
    await hand.see(page.getByText('乔明远 代 贺正阳'));
    return hand;
  },
};

const findCase: MeasuredAct = {
  name: 'Find a case and open it',
  screen: 'desktop',
  async run(setting) {
    const page = await atDesk(setting, 'fang.jingxian');
    const hand = new Hand(page, false);
    await hand.click(page.getByRole('link', { name: '全部', exact: true }));
    await hand.arrive(page.getByRole('heading', { name: '全部', level: 1 }));
    const { number } = setting.toAccept;
    await hand.type(page.getByRole('searchbox', { name: '搜索编号、申请人或事项' }), number);
    await hand.enter();
    await openFromList(hand, number);
    return hand;
  },
};

const track: MeasuredAct = {
  name: 'See where one’s application stands',
  screen: 'phone',
  async run({ browser, server, toAccept }) {
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await page.goto('/');
    const hand = new Hand(page, true);
    await hand.click(page.getByRole('link', { name: '我要查' }));
    await hand.arrive(page.getByLabel('办件编号'));
    await hand.type(page.getByLabel('办件编号'), toAccept.number);
    await hand.type(page.getByLabel('查询密码'), toAccept.queryPassword);
    const main = page.getByRole('main');
    await hand.click(button(main, '查询'));
    await hand.arrive(
      page.getByRole('heading', { name: '办理进度' }).or(main.getByText('受理').first()),
    );
    return hand;
  },
};

export const measuredActs: readonly MeasuredAct[] = [
  fileLeave,
  approveLeave,
  approveReview,
  nextCase,
  addSigner,
  returnWithReason,
  requestCorrection,
  acceptCase,
  batchApprove,
  setProxy,
  findCase,
  track,
];
