// Documents that may come later, and declarations in place of one, as a browser sends them.
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { lenientPermit, owingCase } from '../examples/debts.examples.ts';
import { draft, exampleServices, exampleToken } from '../examples/services.examples.ts';
import { registerPortal } from '../index.ts';
import type { PortalServices } from '../services.ts';

const cookie = `yc_session=${exampleToken}`;
const path = `/my/cases/${owingCase.caseId}`;
let app: FastifyInstance;
let acts: { readonly type: string; readonly body: unknown }[];
let changes: unknown[];

beforeEach(async () => {
  acts = [];
  changes = [];
  const example = exampleServices();
  const services: PortalServices = {
    ...example,
    findItem: async () => lenientPermit,
    myCase: async (_, id) => (id === owingCase.caseId ? owingCase : undefined),
    async act(_, __, command) {
      acts.push({ type: command.type, body: command });
    },
    async changeDraft(personId, id, change) {
      changes.push(change);
      return example.changeDraft(personId, id, change);
    },
  };
  app = Fastify();
  await app.register(formbody);
  await app.register(multipart);
  await registerPortal(app, { services, cookieSecure: false, sessionCookie: 'yc_session' });
});

function send(parts: readonly { name: string; file?: string; value: string }[]) {
  const boundary = 'x-boundary';
  const body = parts.map(({ name, file, value }) => {
    const named = file === undefined ? '' : `; filename="${file}"`;
    const head = `content-disposition: form-data; name="${name}"${named}`;
    return `--${boundary}\r\n${head}\r\n\r\n${value}\r\n`;
  });
  return app.inject({
    method: 'POST',
    url: `${path}/supply`,
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${body.join('')}--${boundary}--\r\n`,
  });
}

describe('a document that may come later', () => {
  it('is owed on the page of the case, with the day and what follows', async () => {
    const { body } = await app.inject({ url: path, headers: { cookie } });
    expect(body).toContain('还有 1 份材料要补交');
    expect(body).toContain('请在 2026年11月30日（周一）前补交');
    expect(body).toContain(`href="${path}/supply"`);
    expect(body).toContain('您已承诺，待核查');
  });

  it('is handed in by one form; nothing else is taken', async () => {
    const answer = await send([
      { name: 'file.contract', file: '合同.jpg', value: 'a page' },
      { name: 'file.safety-plan', file: '不相干.jpg', value: 'a page' },
    ]);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${path}?flash=supplied`]);
    expect(acts).toMatchObject([
      { type: 'SupplyMaterials', body: { materials: [{ materialId: 'contract' }] } },
    ]);
  });

  it('is asked for again when the form came without any', async () => {
    const answer = await send([{ name: 'key', value: 'k' }]);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('请至少选择一份材料的文件');
    expect(acts).toEqual([]);
  });
});

describe('a declaration in place of a document', () => {
  const url = `/drafts/${draft.draftId}/materials/safety-plan/commitment`;
  const post = (payload: string) =>
    app.inject({
      method: 'POST',
      url,
      payload,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    });

  it('shows its whole text before the button, and is taken back by another', async () => {
    const page = await app.inject({
      url: `/drafts/${draft.draftId}/materials`,
      headers: { cookie },
    });
    expect(page.body).toContain('本单位承诺安全措施符合规定');
    expect(page.body).toContain('我作出以上承诺');
    expect((await post('isCommitted=true')).statusCode).toBe(303);
    expect((await post('isCommitted=false')).statusCode).toBe(303);
    expect(changes).toEqual([
      {
        materials: [{ materialId: 'safety-plan', pages: [], isOnPaper: false, isCommitted: true }],
      },
      { materials: [{ materialId: 'safety-plan', pages: [], isOnPaper: false }] },
    ]);
  });
});
