import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CopiedRule,
  WatchDefinition,
  WatchHitPage,
  WatchHitView,
  WatchRuleList,
  WatchRuleView,
} from '@yichuang/contracts';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import { moveSite } from '../assembly/move-site.ts';
import type { TestCaller } from '../assembly/testing-site.ts';
import { readJournal } from '../ledger/index.ts';
import { ruleStream } from './publish-rule.ts';
import { runTrial } from './run-trial.ts';

let site: LetterSite;
let one: TestCaller;
let other: TestCaller;
let number: string;

const RULES = '/api/supervision/rules';
const HITS = '/api/supervision/hits';
const reason = '按县里要求调整';

beforeAll(async () => {
  site = await openLetterSite();
  const logins = await site.database.db.query<{ login_name: string }>(
    `SELECT a.login_name FROM account a JOIN post_holder h ON h.account_id = a.id
     JOIN post p ON p.id = h.post_id WHERE 'supervise' = ANY (p.capabilities)
     ORDER BY a.login_name`,
  );
  const [first, second] = logins.map((row) => row.login_name);
  if (first === undefined || second === undefined) throw new Error('two supervise in the demo');
  [one, other] = await Promise.all([site.staff(first), site.staff(second)]);
  const receipt = await site.quick({ itemCode: 'wz-complaint', form: letterForm });
  number = receipt.number;
  await site.follow(receipt.caseId);
  await moveSite(site.parts, { workingDays: 40 });
});
afterAll(() => site[Symbol.asyncDispose]());

async function rule(ruleId: string, by = one): Promise<WatchRuleView> {
  const answer = await by.send('GET', `${RULES}/${ruleId}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function draft(ruleId: string, change: Partial<WatchDefinition>): Promise<void> {
  const found = await rule(ruleId);
  const definition = { ...(found.draft?.definition ?? found.definition), ...change };
  const changedAt = found.draft?.changedAt;
  const saved = await one.send('PUT', `${RULES}/${ruleId}/draft`, { definition, changedAt });
  expect(saved.statusCode, saved.body).toBe(200);
}

async function discard(ruleId: string, by = one): Promise<void> {
  const { changedAt } = (await rule(ruleId)).draft ?? {};
  if (changedAt === undefined) return;
  const done = await by.send('DELETE', `${RULES}/${ruleId}/draft?changedAt=${changedAt}`);
  expect(done.statusCode, done.body).toBe(204);
}

async function tried(ruleId: string): Promise<void> {
  const today = site.parts.clock.now().slice(0, 10);
  const from = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const asked = await one.send('POST', `${RULES}/${ruleId}/trial`, { from, until: today });
  expect(asked.statusCode, asked.body).toBe(202);
  const trialId = (await rule(ruleId)).draft?.trial?.trialId ?? '';
  await runTrial(site.parts.supervision, trialId);
}

const publish = async (ruleId: string, by = other) => {
  const { changedAt = site.parts.clock.now() } = (await rule(ruleId)).draft ?? {};
  return by.send('POST', `${RULES}/${ruleId}/publish`, { reason, changedAt });
};
const codeOf = (body: string): string => (JSON.parse(body) as { type: string }).type;

describe('a rule from its copy to its first hit', () => {
  let copy: string;

  test('is copied under an id of the county’s own', async () => {
    const copied = await one.send('POST', `${RULES}/JC-X2/copy`);
    copy = copied.json<CopiedRule>().ruleId;
    expect(copy).toBe('YX-K1');
    expect((await rule(copy)).definition.isByLaw).toBeUndefined();
  });

  test('what is wrong with it is said in words, with the place', async () => {
    await draft(copy, { when: 'it.isLate and it.daysWasted > p.days' });
    const { problems } = (await rule(copy)).draft ?? {};
    expect(problems?.map(({ place }) => place)).toEqual(['/when', '/when']);
    expect(problems?.[0]?.text).toContain('it.daysWasted');
    const refused = await publish(copy);
    expect([refused.statusCode, codeOf(refused.body)]).toEqual([
      422,
      expect.stringContaining('rule-has-problems') as string,
    ]);
  });

  test('is not published before it was tried as it is', async () => {
    await draft(copy, {
      when: 'it.isLate and it.daysLate > p.days',
      parameters: { days: { value: 3, name: '天数', why: '三天以内由单位自行督促' } },
      order: { feedbackDays: 5, demand: '请书面说明超期原因并立即办理。' },
    });
    expect(codeOf((await publish(copy)).body)).toContain('rule-not-tried');
  });

  test('tried, it says what it would have hit, where, and with which values', async () => {
    await tried(copy);
    const { trial } = (await rule(copy)).draft ?? {};
    expect(trial).toMatchObject({ status: 'done', done: 1, total: 1, gone: 0, isOfDraft: true });
    expect(trial?.hits).toBeGreaterThan(0);
    expect(trial?.added).toBe(trial?.hits);
    expect(trial?.samples[0]?.says).toContain(number);
    expect(trial?.samples[0]?.facts).toContainEqual({ name: 'isLate', value: true });
    expect(trial?.byOrg.reduce((sum, { hits }) => sum + hits, 0)).toBe(trial?.hits);
  });

  test('nobody publishes what they wrote themselves', async () => {
    expect(codeOf((await publish(copy, one)).body)).toContain('rule-needs-another');
  });

  test('a draft is published only as the publisher saw it', async () => {
    const changedAt = '2026-01-01T00:00:00.000Z';
    const stale = await other.send('POST', `${RULES}/${copy}/publish`, { reason, changedAt });
    expect(codeOf(stale.body)).toContain('rule-changed-meanwhile');
  });

  test('published by another, it is in force, in the journal, and finds', async () => {
    expect((await publish(copy)).statusCode).toBe(204);
    const { db } = site.database;
    const entries = await readJournal(db, site.parts.deps.tenantId, ruleStream(copy));
    expect(entries.map(({ type }) => type)).toEqual(['WatchRulePublished']);
    await site.parts.watcher.catchUp();
    const page = (await one.send('GET', `${HITS}?ruleId=${copy}`)).json<WatchHitPage>();
    expect(page.rows.length).toBeGreaterThan(0);
    expect(page.rows[0]).toMatchObject({ ruleVersion: 1, number, light: 'red', status: 'open' });
  });

  test('opens its order by itself, once, and the hit says which', async () => {
    const page = (await one.send('GET', `${HITS}?ruleId=${copy}`)).json<WatchHitPage>();
    const { hitId = '' } = page.rows[0] ?? {};
    await site.parts.watcher.orderOfHit(hitId);
    const view = (await one.send('GET', `${HITS}/${hitId}`)).json<WatchHitView>();
    expect(view.status).toBe('ordered');
    expect(view.history.at(-1)).toMatchObject({ type: 'WatchHitMoved', status: 'ordered' });
    await site.parts.watcher.orderOfHit(hitId);
    const orders = await site.database.db.query(
      "SELECT id FROM cases WHERE item_code = 'supervision-order'",
    );
    expect(orders).toEqual([{ id: view.orderCaseId }]);
  });

  test('the next version stands beside the first; a hit keeps the one that found it', async () => {
    await draft(copy, { says: '{case.number} 太晚' });
    await tried(copy);
    expect((await publish(copy)).statusCode).toBe(204);
    const { versions } = await rule(copy);
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    const page = (await one.send('GET', `${HITS}?ruleId=${copy}`)).json<WatchHitPage>();
    expect(new Set(page.rows.map(({ ruleVersion }) => ruleVersion))).toEqual(new Set([1]));
  });

  const retirement = {
    reason: '与市里规则重复',
    basis: { law: '云溪县行政效能电子监察办法', article: '第九条' },
  };
  const agree = (by: TestCaller, proposal: number) =>
    by.send('POST', `${RULES}/${copy}/retirement/agreement`, { proposal });
  const propose = (by: TestCaller) => by.send('POST', `${RULES}/${copy}/retirement`, retirement);

  test('a colleague’s draft is no consent to retire it, and is not used up', async () => {
    await draft(copy, { says: '{case.number} 还是太晚' });
    const alone = await other.send('POST', `${RULES}/${copy}/retire`, retirement);
    expect(codeOf(alone.body)).toContain('rule-needs-another');
    expect(codeOf((await agree(other, 1)).body)).toContain('rule-changed-meanwhile');
    expect((await rule(copy, other)).retirement).toEqual({ needsAnother: true });
    expect((await rule(copy)).draft?.definition.says).toBe('{case.number} 还是太晚');
  });

  test('who tries or saves a colleague’s draft unchanged does not become its author', async () => {
    const { draft: before } = await rule(copy);
    const body = { definition: before?.definition };
    expect((await other.send('PUT', `${RULES}/${copy}/draft`, body)).statusCode).toBe(200);
    const { draft: after } = await rule(copy);
    expect(after).toMatchObject({ author: before?.author, changedAt: before?.changedAt });
    await tried(copy);
    expect(codeOf((await publish(copy, one)).body)).toContain('rule-needs-another');
  });

  test('a draft is written over or dropped only as it was read', async () => {
    const { draft: read } = await rule(copy);
    if (read === undefined) throw new Error('the copy has a draft');
    await draft(copy, { says: '{case.number} 太晚了，请看' });
    const path = `${RULES}/${copy}/draft`;
    const { definition, changedAt } = read;
    const changed = { ...definition, says: '{case.number} 晚' };
    for (const refused of [
      await other.send('PUT', path, { definition: changed, changedAt }),
      await other.send('PUT', path, { definition: changed }),
      await other.send('DELETE', `${path}?changedAt=${changedAt}`),
    ]) {
      expect(codeOf(refused.body)).toContain('rule-changed-meanwhile');
    }
    expect((await rule(copy)).draft?.definition.says).toBe('{case.number} 太晚了，请看');
    await tried(copy);
  });

  test('who proposes to retire it does not agree to it, nor anybody once dropped', async () => {
    expect((await propose(other)).statusCode).toBe(204);
    expect(codeOf((await propose(one)).body)).toContain('rule-changed-meanwhile');
    const { proposal } = (await rule(copy, other)).retirement ?? {};
    expect(proposal).toMatchObject({ ...retirement, isOwn: true });
    expect(codeOf((await agree(other, proposal?.seq ?? 0)).body)).toContain('rule-needs-another');
    expect((await one.send('DELETE', `${RULES}/${copy}/retirement`)).statusCode).toBe(204);
    expect((await rule(copy)).retirement).toEqual({ needsAnother: true });
    expect(codeOf((await agree(one, proposal?.seq ?? 0)).body)).toContain('rule-changed-meanwhile');
  });

  test('a version that came behind the proposal is not retired by it', async () => {
    expect((await propose(one)).statusCode).toBe(204);
    const { retirement: open } = await rule(copy, other);
    expect(open).toMatchObject({ needsAnother: false, proposal: { isOwn: false } });
    expect((await publish(copy)).statusCode).toBe(204);
    const refused = await agree(other, open?.proposal?.seq ?? 0);
    expect(codeOf(refused.body)).toContain('rule-changed-meanwhile');
  });

  test('retired with reason and basis, it is in the list for ever and finds no more', async () => {
    await draft(copy, { says: '{case.number} 晚了' });
    expect((await propose(one)).statusCode).toBe(204);
    const { proposal } = (await rule(copy, other)).retirement ?? {};
    expect((await agree(other, proposal?.seq ?? 0)).statusCode).toBe(204);
    expect((await rule(copy)).draft?.definition.says).toBe('{case.number} 晚了');
    expect((await rule(copy)).versions[0]).toMatchObject({
      act: 'retired',
      reason: '与市里规则重复',
    });
    const entries = await readJournal(site.database.db, site.parts.deps.tenantId, ruleStream(copy));
    expect(entries.slice(-6).map(({ type }) => type)).toEqual([
      'WatchRetirementProposed',
      'WatchRetirementDropped',
      'WatchRetirementProposed',
      'WatchRulePublished',
      'WatchRetirementProposed',
      'WatchRuleRetired',
    ]);
    expect(entries.at(-1)?.data).toMatchObject({
      authorId: one.personId,
      publisherId: other.personId,
    });
    const { rows } = (await one.send('GET', RULES)).json<WatchRuleList>();
    expect(rows.find(({ ruleId }) => ruleId === copy)?.act).toBe('retired');
    const { rules } = await site.parts.watcher.rules.current();
    expect(rules.map(({ id }) => id)).not.toContain(copy);
  });
});

test('who supervises alone retires at once', async () => {
  const { owner } = site.database;
  const rows = await owner.query<{ id: string }>(
    `SELECT DISTINCT a.id FROM account a
     JOIN post_holder h ON h.account_id = a.id JOIN post p ON p.id = h.post_id
     WHERE 'supervise' = ANY (p.capabilities) AND a.person_id <> $1 AND NOT a.is_disabled`,
    [one.personId],
  );
  const colleagues = rows.map(({ id }) => id);
  const disable = (is: boolean) =>
    owner.query('UPDATE account SET is_disabled = $2 WHERE id = ANY ($1)', [colleagues, is]);
  await disable(true);
  const body = { reason: '与市里规则重复', basis: { law: '监察办法', article: '第九条' } };
  const before = await rule('JC-L1c');
  const answer = await one.send('POST', `${RULES}/JC-L1c/retire`, body);
  await disable(false);
  expect(before.retirement).toEqual({ needsAnother: false });
  expect(answer.statusCode, answer.body).toBe(204);
  expect((await rule('JC-L1c')).retirement).toBeUndefined();
});

describe('the scope of a rule', () => {
  let copy: string;
  beforeAll(async () => {
    const copied = await one.send('POST', `${RULES}/JC-X2/copy`);
    copy = copied.json<CopiedRule>().ruleId;
    await tried(copy);
    expect((await publish(copy)).statusCode).toBe(204);
  });

  test('offers what the county has, by what the rule looks at', async () => {
    const { scopes } = await rule('JC-X2');
    expect(scopes?.hasKinds).toBe(true);
    expect(scopes?.items.map(({ key }) => key)).toContain('wz-complaint');
    expect(scopes?.orgs.map(({ key }) => key)).toContain('yunxi/zjj');
    expect((await rule('JC-A1')).scopes).toMatchObject({ hasKinds: false, items: [] });
  });

  test('names what there is, and what such a rule can be limited by', async () => {
    await draft(copy, { scope: { orgs: ['yunxi/nowhere'], items: ['no-such-item'] } });
    const texts = ((await rule(copy)).draft?.problems ?? []).map(({ text }) => text);
    expect(texts.join()).toMatch(/yunxi\/nowhere.*no-such-item/);
    expect((await publish(copy)).statusCode).toBe(422);
    await draft('JC-A1', { scope: { items: ['wz-complaint'] } });
    const { problems } = (await rule('JC-A1')).draft ?? {};
    expect(problems?.map(({ place }) => place)).toEqual(['/scope/items']);
    await discard('JC-A1');
  });

  test('drawn narrower, it is tried on what it would no longer find as well', async () => {
    await draft(copy, { scope: { items: ['xf-petition'] } });
    await tried(copy);
    const { trial } = (await rule(copy)).draft ?? {};
    expect(trial).toMatchObject({ hits: 0, added: 0 });
    expect(trial?.gone).toBeGreaterThan(0);
    expect(trial?.goneSamples[0]?.says).toContain(number);
  });

  test('published, it keeps the rule to itself, and named risks stay watched', async () => {
    expect((await publish(copy)).statusCode).toBe(204);
    const { rules } = await site.parts.watcher.rules.current();
    expect(rules.find(({ id }) => id === copy)?.scope).toEqual({ items: ['xf-petition'] });
    const points = rules.filter(({ riskPoint }) => riskPoint !== undefined);
    expect(points.length).toBeGreaterThan(0);
    expect(points.every(({ scope }) => scope?.orgs === undefined)).toBe(true);
  });
});

describe('a rule of law', () => {
  test('is never retired', async () => {
    const body = { reason: '暂时不用了', basis: { law: '通知', article: '第一条' } };
    const refused = await one.send('POST', `${RULES}/JC-S5a/retire`, body);
    expect([refused.statusCode, codeOf(refused.body)]).toEqual([
      403,
      expect.stringContaining('rule-of-law') as string,
    ]);
  });

  test('keeps its scope whatever its draft says of itself', async () => {
    await discard('JC-S5a');
    // Of law or not, and which rule it is: both are the server's to say.
    const denied = { isByLaw: false, id: 'YX-K9', scope: { items: ['wz-complaint'] } };
    await draft('JC-S5a', denied);
    await tried('JC-S5a');
    expect((await rule('JC-S5a')).draft?.definition).toMatchObject({ id: 'JC-S5a', isByLaw: true });
    expect(codeOf((await publish('JC-S5a')).body)).toContain('rule-of-law-milder');
    // A scope of nothing is not a way to have none.
    await draft('JC-S5a', { scope: { items: [] } });
    const { problems } = (await rule('JC-S5a')).draft ?? {};
    expect(problems?.map(({ place }) => place)).toEqual(['/scope/items']);
    expect((await publish('JC-S5a')).statusCode).toBe(422);
  });

  test.each([
    ['another condition', { when: 'it.round = 99 and it.daysAfter > p.days' }],
    ['a narrower scope', { scope: { lifecycles: ['licence' as const], orgs: ['yunxi/zjj'] } }],
    ['items alone', { scope: { lifecycles: ['licence' as const], items: ['wz-complaint'] } }],
    ['another kind of case', { scope: { lifecycles: ['letter' as const] } }],
    ['another light', { light: 'yellow' as const }],
  ])('cannot be made milder by %s', async (_what, change) => {
    await discard('JC-S5a');
    await draft('JC-S5a', change);
    expect(codeOf((await publish('JC-S5a')).body)).toContain('rule-of-law-milder');
  });

  test('a threshold goes the stricter way alone', async () => {
    await discard('JC-S5a');
    const { days } = (await rule('JC-S5a')).definition.parameters ?? {};
    if (days === undefined) throw new Error('JC-S5a has days');
    await draft('JC-S5a', { parameters: { days: { ...days, value: 4 } } });
    await tried('JC-S5a');
    expect((await publish('JC-S5a')).statusCode).toBe(204);
    await draft('JC-S5a', { parameters: { days: { ...days, value: 5 } } });
    expect(codeOf((await publish('JC-S5a')).body)).toContain('rule-of-law-milder');
  });
});

describe('who sees and does what', () => {
  const logins = async (): Promise<string[]> => {
    const rows = await site.database.db.query<{ login_name: string }>(
      `SELECT DISTINCT a.login_name FROM account a JOIN post_holder h ON h.account_id = a.id
       JOIN post p ON p.id = h.post_id
       WHERE NOT 'supervise' = ANY (p.capabilities) ORDER BY 1`,
    );
    return rows.map((row) => row.login_name);
  };

  test('nobody who is supervised, and no administrator, changes or retires a rule', async () => {
    const found = await rule('JC-S2');
    const { definition } = found;
    const basis = { law: 'x', article: 'y' };
    for (const login of await logins()) {
      const caller = await site.staff(login);
      const answers = await Promise.all([
        caller.send('PUT', `${RULES}/JC-S2/draft`, { definition }),
        caller.send('DELETE', `${RULES}/JC-S2/draft`),
        caller.send('POST', `${RULES}/JC-S2/copy`),
        caller.send('POST', `${RULES}/JC-S2/trial`, { from: '2026-01-01', until: '2026-02-01' }),
        caller.send('POST', `${RULES}/JC-S2/publish`, {
          reason,
          changedAt: '2026-01-01T00:00:00.000Z',
        }),
        caller.send('POST', `${RULES}/JC-L1c/retire`, { reason, basis }),
        caller.send('POST', `${RULES}/JC-L1c/retirement`, { reason, basis }),
        caller.send('DELETE', `${RULES}/JC-L1c/retirement`),
        caller.send('POST', `${RULES}/JC-L1c/retirement/agreement`, { proposal: 1 }),
      ]);
      expect(new Set(answers.map(({ statusCode }) => statusCode)), login).toEqual(new Set([403]));
    }
    expect((await rule('JC-S2')).versions).toHaveLength(found.versions.length);
  });

  test('leaders see what is red in their own units, and no suspicion', async () => {
    const leader = await site.staff('fang.jingxian');
    const own = (await leader.send('GET', HITS)).json<WatchHitPage>();
    expect(own.rows.every(({ light, kind }) => light === 'red' && kind !== 'anomaly')).toBe(true);
    const { rows, canWrite } = (await leader.send('GET', RULES)).json<WatchRuleList>();
    expect(canWrite).toBe(false);
    expect(rows.some(({ kind }) => kind === 'anomaly')).toBe(false);
    expect((await leader.send('GET', `${RULES}/JC-A1`)).statusCode).toBe(404);
    const all = (await one.send('GET', HITS)).json<WatchHitPage>();
    const foreign = all.rows.find(({ hitId }) => own.rows.every((row) => row.hitId !== hitId));
    if (foreign === undefined) throw new Error('supervision sees more than one leader');
    expect((await leader.send('GET', `${HITS}/${foreign.hitId}`)).statusCode).toBe(404);
  });

  test('of a letter, the accused see no hit, and others none once it is sensitive', async () => {
    const { rows } = (await one.send('GET', `${HITS}?light=red`)).json<WatchHitPage>();
    const { hitId = '', caseId } = rows.find((row) => row.number === number) ?? {};
    const status = async (by: TestCaller) => (await by.send('GET', `${HITS}/${hitId}`)).statusCode;
    const { db } = site.database;
    const accuse = (name: string) =>
      db.query(
        `UPDATE cases SET state = jsonb_set(state::jsonb, '{form,accusedName}', to_jsonb($2::text))
         WHERE id = $1`,
        [caseId, name],
      );
    const [me] = await db.query<{ name: string }>('SELECT name FROM person WHERE id = $1', [
      one.personId,
    ]);
    await accuse(`某某\u3000${me?.name ?? ''}`);
    expect([await status(one), await status(other)]).toEqual([404, 200]);
    const list = (await one.send('GET', `${HITS}?limit=100`)).json<WatchHitPage>();
    expect(list.rows.map((row) => row.hitId)).not.toContain(hitId);
    await accuse('');
    expect(await status(one)).toBe(200);
    await db.query('UPDATE letter SET is_withheld = true WHERE case_id = $1', [caseId]);
    expect(await status(one)).toBe(404);
    await db.query('UPDATE letter SET is_withheld = false WHERE case_id = $1', [caseId]);
  });

  test('supervision sets a hit aside with its reason, once, and the journal keeps it', async () => {
    const { rows } = (await one.send('GET', `${HITS}?status=open&light=red`)).json<WatchHitPage>();
    const { hitId = '' } = rows[0] ?? {};
    const url = `${HITS}/${hitId}/set-aside`;
    expect((await one.send('POST', url, { reason: '好' })).statusCode).toBe(400);
    expect((await one.send('POST', url, { reason: '系统停机，非单位责任' })).statusCode).toBe(204);
    expect((await one.send('POST', url, { reason: '再来一次也不行' })).statusCode).toBe(409);
    await one.send('POST', `${HITS}/${hitId}/mark`, { isMarked: true });
    const view = (await other.send('GET', `${HITS}/${hitId}`)).json<WatchHitView>();
    expect(view).toMatchObject({ status: 'set-aside', isMarked: true, light: 'red' });
    expect(view.history.map(({ type }) => type)).toEqual([
      'WatchHitFound',
      'WatchHitMoved',
      'WatchHitMarked',
    ]);
    expect(view.history[1]?.reason).toBe('系统停机，非单位责任');
    expect(view.evidence.length).toBeGreaterThan(0);
    expect(view.evidence.every(({ isUnchanged, code }) => isUnchanged && code.length === 12)).toBe(
      true,
    );
  });

  test('the list is paged by key, newest first, and says what it can be narrowed to', async () => {
    const first = (await one.send('GET', `${HITS}?limit=1`)).json<WatchHitPage>();
    expect(first.choices?.lights.length).toBeGreaterThan(0);
    const seen = new Set(first.rows.map(({ hitId }) => hitId));
    let cursor = first.nextCursor;
    while (cursor !== undefined) {
      const url = `${HITS}?limit=1&cursor=${cursor}`;
      const next: WatchHitPage = (await one.send('GET', url)).json();
      for (const { hitId } of next.rows) expect(seen.has(hitId)).toBe(false);
      next.rows.forEach(({ hitId }) => seen.add(hitId));
      cursor = next.nextCursor;
    }
    const total = first.choices?.lights.reduce((sum, { hits }) => sum + hits, 0);
    expect(seen.size).toBe(total);
  });

  test('the hits of an item, or of a person, are as many as the choice says', async () => {
    const { choices, rows } = (await one.send('GET', HITS)).json<WatchHitPage>();
    const [item] = choices?.items ?? [];
    expect(item?.name).toBe(rows.find(({ itemCode }) => itemCode === item?.key)?.itemName);
    const people = new Set(rows.flatMap((row) => row.people.map(({ personId }) => personId)));
    expect(new Set(choices?.people.map(({ key }) => key))).toEqual(people);
    const ofItem = await one.send('GET', `${HITS}?limit=100&itemCode=${item?.key}`);
    expect(ofItem.json<WatchHitPage>().rows).toHaveLength(item?.hits ?? 0);
  });
});
