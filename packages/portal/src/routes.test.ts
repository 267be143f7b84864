// The routes by injection, against a small county in memory. Requests are those of a browser
// without scripts: links, posted forms, files.
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { citizenIdCheckDigit, maskIdNumber } from '@yichuang/kernel/ids';
import Fastify, { type FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { ownCase, tracking } from './examples/cases.examples.ts';
import { permit, stallLicence } from './examples/items.examples.ts';
import {
  draft,
  exampleCode,
  exampleServices,
  exampleToken,
  fullDraft,
  ledgerReceipt,
  receipt,
  scriptContent,
} from './examples/services.examples.ts';
import { registerPortal } from './index.ts';

interface Site {
  readonly app: FastifyInstance;
  readonly services: ReturnType<typeof exampleServices>;
  readonly routes: { readonly method: string; readonly url: string; readonly gate?: string }[];
}

async function openSite(options: Parameters<typeof exampleServices>[0] = {}): Promise<Site> {
  const services = exampleServices(options);
  const app = Fastify();
  const routes: Site['routes'] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    const { right, gate } = (config ?? {}) as { right?: string; gate?: string };
    if (right !== 'public') throw new Error(`${url} declares no right`);
    for (const each of [method].flat()) {
      if (each !== 'HEAD')
        routes.push({ method: each, url, ...(gate === undefined ? {} : { gate }) });
    }
  });
  await app.register(formbody);
  await app.register(multipart);
  await registerPortal(app, { services, cookieSecure: false, sessionCookie: 'yc_session' });
  return { app, services, routes };
}

const loggedIn = { cookie: `yc_session=${exampleToken}` };
const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };

function get(site: Site, url: string, headers: Record<string, string> = loggedIn) {
  return site.app.inject({ method: 'GET', url, headers });
}

function post(
  site: Site,
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Record<string, string> = loggedIn,
) {
  const payload = new URLSearchParams(fields).toString();
  return site.app.inject({ method: 'POST', url, headers: { ...headers, ...formHeaders }, payload });
}

function postFiles(
  site: Site,
  url: string,
  parts: readonly { readonly name: string; readonly file?: string; readonly value: string }[],
) {
  const boundary = 'x-boundary';
  const body = parts.map(({ name, file, value }) => {
    const named = file === undefined ? '' : `; filename="${file}"`;
    const type = file === undefined ? '' : '\r\ncontent-type: image/jpeg';
    const head = `content-disposition: form-data; name="${name}"${named}${type}`;
    return `--${boundary}\r\n${head}\r\n\r\n${value}\r\n`;
  });
  return site.app.inject({
    method: 'POST',
    url,
    headers: { ...loggedIn, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${body.join('')}--${boundary}--\r\n`,
  });
}

let site: Site;
beforeEach(async () => {
  site = await openSite();
});

describe('pages that are somebody’s', () => {
  it('lead a stranger to the log-in and back, every one of them', async () => {
    const gated = site.routes.filter(({ gate }) => gate === 'resident');
    expect(gated.length).toBeGreaterThan(20);
    for (const { method, url } of gated) {
      const path = url.replace(/:\w+/g, 'x');
      const answer =
        method === 'GET' ? await get(site, path, {}) : await post(site, path, { a: '1' }, {});
      const seen = `${method} ${url} ${answer.statusCode}`;
      if (method === 'GET') {
        expect(seen).toBe(`GET ${url} 303`);
        expect(answer.headers.location).toBe(`/login?next=${encodeURIComponent(path)}`);
      } else {
        expect(seen).toBe(`POST ${url} 401`);
        expect(answer.body).toContain('name="phone"');
      }
    }
  });

  it('say the same of what is not there and what is someone else’s', async () => {
    const unknown = await get(site, '/my/cases/someone-elses');
    expect(unknown.statusCode).toBe(404);
    expect(unknown.body).toContain('没有这个页面');
  });
});

describe('logging in', () => {
  it('says that one gets back, to whoever was sent here from a page', async () => {
    const back = '登录后会回到';
    expect((await get(site, '/login?next=/my/cases/1', {})).body).toContain(back);
    expect((await get(site, '/login', {})).body).not.toContain(back);
  });

  it('asks for the number, then the code, and comes back to where one was', async () => {
    const sent = await post(site, '/login/code', { phone: '138 0013 8000', next: '/track' }, {});
    expect(sent.body).toContain('value="13800138000"');
    const entered = await post(
      site,
      '/login',
      { phone: '13800138000', code: exampleCode, next: '/track' },
      {},
    );
    expect(entered.statusCode).toBe(303);
    expect(entered.headers.location).toBe('/track');
    expect(entered.headers['set-cookie']).toMatch(
      /^yc_session=\S+; Path=\/; .*HttpOnly; SameSite=Lax/,
    );
  });

  it.each([
    ['', '请填写手机号'],
    ['12345', '11 位数字'],
    ['13900139000', '9 分钟后再试'],
  ])('answers the number %j in words and keeps it', async (phone, said) => {
    const answer = await post(site, '/login/code', { phone }, {});
    expect(answer.statusCode).toBeGreaterThanOrEqual(422);
    expect(answer.body).toContain(said);
    expect(answer.body).toContain(`name="phone" type="tel" value="${phone}"`);
  });

  it('says that a code is wrong without logging in', async () => {
    const answer = await post(site, '/login', { phone: '13800138000', code: '000000' }, {});
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('验证码不对');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('never leads to another site', async () => {
    for (const next of ['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:1']) {
      const answer = await post(site, '/login', { phone: '1', code: exampleCode, next }, {});
      expect(answer.headers.location).toBe('/my');
    }
  });

  it('loses nothing that was typed when the session has ended', async () => {
    const typed = { project: '云溪中学 <教学楼> "A"', area: '120', then: 'next' };
    const path = `/drafts/${draft.draftId}/form/project`;
    const asked = await post(site, path, typed, {});
    expect(asked.statusCode).toBe(401);
    const carry = hiddenValue(asked.body, 'carry');
    const code = await post(site, '/login/code', { phone: '13800138000', carry }, {});
    const again = await post(
      site,
      '/login',
      { phone: '13800138000', code: exampleCode, carry: hiddenValue(code.body, 'carry') },
      {},
    );
    expect(again.statusCode).toBe(200);
    expect(again.body).toContain(`action="${path}"`);
    expect(hiddenValue(again.body, 'project')).toBe(typed.project);
    const saved = await post(site, path, {
      project: hiddenValue(again.body, 'project'),
      area: hiddenValue(again.body, 'area'),
    });
    // Something else is still missing, and what was typed is there.
    expect(saved.statusCode).toBe(422);
    expect(site.services.record.drafts.get(draft.draftId)?.form).toMatchObject({
      project: typed.project,
      area: 120,
    });
  });

  it('aims a carried form at this site only', async () => {
    const carry = JSON.stringify(['https://evil.test/steal', [['a', 'b']]]);
    const answer = await post(site, '/login', { phone: '1', code: exampleCode, carry }, {});
    expect(answer.statusCode).toBe(303);
    expect(answer.body).not.toContain('evil.test');
  });

  it('logs out by POST', async () => {
    const answer = await post(site, '/logout', {});
    expect(answer.headers['set-cookie']).toContain('Max-Age=0');
    expect((await get(site, '/my')).statusCode).toBe(303);
  });
});

const birth0307 = '11010119900307001';

describe('who one is', () => {
  const birth0307Digit = citizenIdCheckDigit(birth0307);
  const birth0230 = '11010119900230001';

  it.each([
    [`${birth0307}${birth0307Digit === '1' ? '2' : '1'}`, '最后一位对不上'],
    ['42052719900230001', '应是 18 位'],
    [`${birth0230}${citizenIdCheckDigit(birth0230)}`, '出生日期不存在'],
    ['', '请填写身份证号'],
  ])('is not taken with the number %j', async (idNumber, said) => {
    const open = await openSite({ isIdentified: false });
    const answer = await post(open, '/identify', { name: '张三', idNumber });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(said);
    expect(answer.body).toContain('value="张三"');
  });

  it('is asked before the first filing, which then goes on', async () => {
    const open = await openSite({ isIdentified: false });
    const path = `/items/${permit.code}/apply`;
    const to = `/identify?next=${encodeURIComponent(path)}`;
    expect((await get(open, path)).headers.location).toBe(to);
    const right = { name: '张三', idNumber: `${birth0307}${birth0307Digit}`, next: path };
    expect((await post(open, '/identify', right)).headers.location).toBe(path);
    expect((await get(open, path)).statusCode).toBe(200);
  });
});

describe('filing', () => {
  it('goes from the guide through every step to the receipt, without scripts', async () => {
    const begun = await post(site, `/items/${permit.code}/apply`, {});
    expect(begun.headers.location).toBe('/drafts/draft-1');
    const first = await get(site, '/drafts/draft-1');
    expect(first.headers.location).toBe('/drafts/draft-1/applicant');
    const applicant = await post(site, '/drafts/draft-1/applicant', {
      kind: 'legal',
      name: '云溪县第一中学',
      code: '91350100M000100Y43',
    });
    expect(applicant.headers.location).toBe('/drafts/draft-1/form/project');
    const project = await post(site, '/drafts/draft-1/form/project', {
      project: '教学楼',
      site: '学府路 8 号',
      area: '１２０',
      startsOn: '2026-12-01',
      kind: 'building',
    });
    expect(project.headers.location).toBe('/drafts/draft-1/form/people');
    const people = await post(site, '/drafts/draft-1/form/people', { hasLoan: 'false' });
    expect(people.headers.location).toBe('/drafts/draft-1/materials');
    for (const id of ['application', 'contract', 'safety-plan']) {
      const sent = await postFiles(site, `/drafts/draft-1/materials/${id}`, [
        { name: 'file', file: 'a.jpg', value: 'jpeg' },
      ]);
      expect(sent.headers.location).toBe(`/drafts/draft-1/materials#material-${id}`);
    }
    await post(site, '/drafts/draft-1/materials/drawings/paper', { isOnPaper: 'true' });
    const check = await get(site, '/drafts/draft-1/check');
    expect(check.body).toContain('教学楼');
    const key = hiddenValue(check.body, 'key');
    const filed = await post(site, '/drafts/draft-1/file', { key });
    expect(filed.statusCode).toBe(200);
    expect(filed.body).toContain(receipt.queryPassword);
    // The same form sent once more, as a reload does: the same receipt, one filing.
    const twice = await post(site, '/drafts/draft-1/file', { key });
    expect(twice.body).toContain(receipt.queryPassword);
    expect(site.services.record.filed.size).toBe(1);
  });

  it('keeps what is right and shows what is wrong, with everything that was typed', async () => {
    const answer = await post(site, '/drafts/draft-1/form/project', {
      project: '教学楼',
      site: '',
      area: '很大',
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('<a href="#f-site">请填写建设地点</a>');
    expect(answer.body).toContain('建筑面积应填写数字');
    expect(answer.body).toContain('value="很大"');
    expect(site.services.record.drafts.get('draft-1')?.form).toMatchObject({ project: '教学楼' });
  });

  it('lets one leave with half a page and come back', async () => {
    const left = await post(site, '/drafts/draft-1/form/project', {
      project: '教学楼',
      then: 'leave',
    });
    expect(left.headers.location).toBe('/my');
    expect((await get(site, '/drafts/draft-1/form/project')).body).toContain('value="教学楼"');
  });

  it('shows what is known as text, and asks only when one wants to change it', async () => {
    const path = '/drafts/draft-1/form/people';
    expect((await get(site, path)).body).not.toContain('name="agent"');
    expect((await get(site, `${path}?edit=agent`)).body).toContain('name="agent"');
  });

  it('keeps a sealed number that is left empty', async () => {
    await post(site, '/drafts/draft-1/form/people', { agentId: '', then: 'leave' });
    expect(site.services.record.drafts.get('draft-1')?.form['agentId']).toBe('sealed:1:abc');
  });

  it('never shows a secret number again, and keeps it when its field is left empty', async () => {
    const agentId = `${birth0307}${citizenIdCheckDigit(birth0307)}`;
    const path = '/drafts/draft-1/form/people';
    await post(site, path, { agentId, then: 'leave' });
    for (const url of [path, `${path}?edit=agentId`, '/drafts/draft-1/check']) {
      expect((await get(site, url)).body).not.toContain(agentId);
    }
    expect((await get(site, '/drafts/draft-1/check')).body).toContain(maskIdNumber(agentId));
    await post(site, path, { agentId: '', then: 'leave' });
    expect(site.services.record.drafts.get('draft-1')?.form['agentId']).toBe(agentId);
  });

  it.each([
    ['91350100M000100Y44', '最后一位对不上'],
    ['123', '应是 18 位'],
    ['', '请填写统一社会信用代码'],
  ])('refuses the credit code %j in words', async (code, said) => {
    const fields = { kind: 'legal', name: '某公司', code };
    const answer = await post(site, '/drafts/draft-1/applicant', fields);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(said);
  });

  it('asks once before it deletes a draft', async () => {
    const asked = await post(site, '/drafts/draft-1/delete', {});
    expect(asked.body).toContain('不能恢复');
    expect(site.services.record.drafts.has('draft-1')).toBe(true);
    const gone = await post(site, '/drafts/draft-1/delete', { sure: 'yes' });
    expect(gone.headers.location).toBe('/my');
    expect(site.services.record.drafts.has('draft-1')).toBe(false);
  });

  it('creates nothing by a GET', async () => {
    site.services.record.drafts.clear();
    const page = await get(site, `/items/${stallLicence.code}/apply`);
    expect(page.statusCode).toBe(200);
    expect(site.services.record.drafts.size).toBe(0);
  });
});

describe('pages of a material', () => {
  beforeEach(() => {
    site.services.record.drafts.set('draft-1', fullDraft);
  });
  const pagesOf = (id: string) =>
    site.services.record.drafts
      .get('draft-1')
      ?.materials.find(({ materialId }) => materialId === id)
      ?.pages.map(({ name }) => name);

  it('are moved and removed by plain buttons', async () => {
    const path = '/drafts/draft-1/materials/contract/pages';
    await post(site, path, { index: '1', act: 'up' });
    expect(pagesOf('contract')).toEqual(['合同第2页.jpg', '合同第1页.jpg']);
    await post(site, path, { index: '0', act: 'delete' });
    expect(pagesOf('contract')).toEqual(['合同第1页.jpg']);
    await post(site, path, { index: '7', act: 'delete' });
    await post(site, path, { index: '0', act: 'down' });
    expect(pagesOf('contract')).toEqual(['合同第1页.jpg']);
  });

  it('that are refused leave the good ones, and say which, why and what to do', async () => {
    const answer = await postFiles(site, '/drafts/draft-1/materials/safety-plan', [
      { name: 'file', file: 'good.jpg', value: 'jpeg' },
      { name: 'file', file: 'evil.jpg', value: scriptContent },
    ]);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('evil.jpg：文件不是 JPG 图片。请重新拍照上传。');
    expect(answer.body).toContain('href="#file-safety-plan"');
    expect(pagesOf('safety-plan')).toContain('good.jpg');
  });

  it('must be chosen before they are sent', async () => {
    const answer = await postFiles(site, '/drafts/draft-1/materials/safety-plan', [
      { name: 'file', file: '', value: '' },
    ]);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('还没有选择文件');
  });

  it('are shown in a sandbox as what they are, to their owner', async () => {
    const answer = await get(site, `/files/${'a'.repeat(64)}`);
    expect(answer.headers['content-type']).toBe('image/png');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect((await get(site, `/files/${'c'.repeat(64)}`)).statusCode).toBe(404);
  });
});

describe('a case of one’s own', () => {
  const base = `/my/cases/${ownCase.caseId}`;

  it('is corrected with one form; what is missing is said, what went up is kept', async () => {
    const page = await get(site, `${base}/correct`);
    const key = hiddenValue(page.body, 'key');
    const half = await postFiles(site, `${base}/correct`, [
      { name: 'key', value: key },
      { name: 'file.contract', file: 'p1.jpg', value: 'jpeg' },
    ]);
    expect(half.statusCode).toBe(422);
    expect(half.body).toContain('href="#file-safety-plan"');
    expect(site.services.record.acts).toEqual([]);
    const whole = await postFiles(site, `${base}/correct`, [
      { name: 'key', value: key },
      { name: 'kept.contract', value: hiddenValue(half.body, 'kept.contract') },
      { name: 'file.safety-plan', file: 's1.jpg', value: 'jpeg' },
    ]);
    expect(whole.headers.location).toBe(`${base}?flash=corrected`);
    expect(site.services.record.acts).toEqual([
      { caseId: ownCase.caseId, type: 'SubmitCorrection', key },
    ]);
  });

  it('is withdrawn only after a question', async () => {
    const page = await get(site, `${base}/withdraw`);
    expect(page.body).toContain('撤回后本次办理结束');
    const done = await post(site, `${base}/withdraw`, { key: 'k1', reason: '' });
    expect(done.headers.location).toBe(`${base}?flash=withdrawn`);
    expect(site.services.record.acts).toEqual([
      { caseId: ownCase.caseId, type: 'WithdrawCase', key: 'k1' },
    ]);
  });

  it('explains each due date, also one whose id needs escaping', async () => {
    const answer = await get(site, `${base}/clocks/statutory%231`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('第 6 个工作日，到期日');
  });

  it('gives its documents with their Chinese names', async () => {
    const answer = await get(site, `${base}/documents/doc-1`);
    expect(answer.headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('受理通知书.pdf')}`,
    );
    expect((await get(site, `${base}/documents/doc-9`)).statusCode).toBe(404);
  });
});

describe('checking without a log-in', () => {
  const right = { number: tracking.number, password: receipt.queryPassword };

  it('tracks a case by POST and never by an address', async () => {
    const answer = await post(site, '/track', right, {});
    expect(answer.body).toContain(tracking.headline);
    expect(answer.body).not.toMatch(/href="[^"]*K7M2/);
    const why = await post(site, '/track/why', { ...right, clockId: 'statutory#1' }, {});
    expect(why.body).toContain('逐日计算');
  });

  it('tells a wrong password no more than a wrong number', async () => {
    const wrong = await post(site, '/track', { ...right, password: 'x' }, {});
    const other = await post(site, '/track', { number: right.number, password: 'y' }, {});
    expect(wrong.statusCode).toBe(404);
    expect(wrong.body).toBe(other.body);
    expect((await post(site, '/track', { number: '', password: '' }, {})).statusCode).toBe(422);
  });

  it('checks a certificate by number and by the address of its QR code', async () => {
    const byNumber = await post(site, '/certificates', { number: '420527202611200101' }, {});
    expect(byNumber.body).toContain('有效');
    const byCode = await get(site, '/c/420527202611200101', {});
    expect(byCode.statusCode).toBe(200);
    const unknown = await post(site, '/certificates', { number: 'x<y' }, {});
    expect(unknown.statusCode).toBe(404);
    expect(unknown.body).toContain('编号为“x&#60;y”的证照');
  });
});

describe('the site', () => {
  it('remembers language and size, and comes back to the same page', async () => {
    const answer = await get(site, '/preferences?lang=en&elder=1&back=%2Fitems%3Fq%3Da', {});
    expect(answer.headers.location).toBe('/items?q=a');
    expect(answer.headers['set-cookie']).toHaveLength(2);
    const english = await get(site, '/', { cookie: 'yc_lang=en; yc_elder=1' });
    expect(english.body).toContain('<html lang="en" class="elder">');
    expect((await get(site, '/preferences?back=//evil.test', {})).headers.location).toBe('/');
  });

  it('asks the browser for its language when nothing was chosen', async () => {
    expect((await get(site, '/', { 'accept-language': 'en-GB,en' })).body).toContain('lang="en"');
    const both = await get(site, '/', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' });
    expect(both.body).toContain('<html lang="zh-CN"');
  });

  it('lets browsers keep its scripts and styles for ever, by an address with a hash', async () => {
    const [, address = ''] =
      /href="([^"]+portal\.css)"/.exec((await get(site, '/', {})).body) ?? [];
    const style = await get(site, address, {});
    expect(style.headers['cache-control']).toContain('immutable');
    expect(style.headers['content-type']).toContain('text/css');
    const old = await get(site, '/assets/old/portal.css', {});
    expect(old.headers['cache-control']).toBe('no-cache');
    expect((await get(site, '/assets/x/..%2Fpackage.json', {})).statusCode).toBe(404);
  });

  it('searches with whatever the address holds', async () => {
    const answer = await get(site, '/items?q=%3Cscript%3E&audience=x&onlineOnly=maybe', {});
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('<script>"');
  });

  it('has the demo’s pages in the demo only', async () => {
    expect((await get(site, '/demo/messages', {})).body).toContain('408213');
    const moved = await post(site, '/demo/clock', { move: 'days-1' }, {});
    expect(moved.statusCode).toBe(303);
    expect(site.services.now()).toBe('2026-11-23T02:00:00.000Z');
    const real = await openSite({ isDemo: false });
    expect((await get(real, '/demo/messages', {})).statusCode).toBe(404);
    expect((await get(real, '/demo/clock', {})).statusCode).toBe(404);
  });
});

function hiddenValue(body: string, name: string): string {
  const tag = [...body.matchAll(/<input type="hidden"[^>]*>/g)]
    .map(([each]) => each)
    .find((each) => each.includes(`name="${name}"`));
  const [, value = ''] = /value="([^"]*)"/.exec(tag ?? '') ?? [];
  return value.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

describe('the public ledger', () => {
  it('shows the newest head and looks a day up; what is no day is said', async () => {
    const site = await openSite();
    const page = (await get(site, '/ledger')).body;
    expect(page).toContain('b5bb9d80 14a0f9b1');
    expect(page).toContain('tsa.example');
    expect((await get(site, '/ledger?day=2026-11-20')).body).toContain('60303ae2 2b998861');
    expect((await get(site, '/ledger?day=2026-11-19')).body).toContain('没有公布的根');
    for (const day of ['x', '2026-02-30', '']) {
      expect((await get(site, `/ledger?day=${day}`)).body).toContain('请选择一个日期');
    }
  });

  it('has a feed that no header leads elsewhere', async () => {
    const site = await openSite();
    const feed = await get(site, '/ledger/feed.xml', { host: 'evil.test' });
    expect(feed.headers['content-type']).toContain('application/atom+xml');
    expect(feed.body.match(/<entry>/g)).toHaveLength(2);
    expect(feed.body).toContain(
      'term="118:b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b8',
    );
    expect(feed.body).not.toContain('evil.test');
  });

  it('gives the checker as a file to keep, never as a page of the site', async () => {
    const site = await openSite();
    const checker = await get(site, '/ledger/checker.html');
    expect(checker.headers['content-disposition']).toMatch(/^attachment; filename="yichuang-/);
    expect(checker.body).toContain('module0');
  });

  it('gives a receipt by number and password: the file, or the page with it inside', async () => {
    const site = await openSite();
    const key = { number: tracking.number, password: receipt.queryPassword };
    const file = await post(site, '/ledger/receipt', key);
    expect(file.json()).toEqual(ledgerReceipt);
    const page = await post(site, '/ledger/receipt', { ...key, as: 'page' });
    expect(page.headers['content-disposition']).toContain('yichuang-checker.html');
    expect(page.body).toContain('&#34;format&#34;: &#34;yichuang-receipt-1&#34;');
    const wrong = await post(site, '/ledger/receipt', { ...key, password: 'wrong', as: 'page' });
    expect(wrong.statusCode).toBe(404);
    const own = await get(site, `/my/cases/${ownCase.caseId}/receipt.html`);
    expect(own.body).toContain('&#34;format&#34;: &#34;yichuang-receipt-1&#34;');
    expect((await get(site, '/my/cases/x/receipt.html', {})).statusCode).toBe(303);
  });
});
