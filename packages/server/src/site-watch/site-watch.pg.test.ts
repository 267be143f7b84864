/** The county's own pages, asked for over a real connection. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SiteWatch } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../assembly/testing-site.ts';
import { readJournal } from '../ledger/index.ts';
import { crawlSite } from './crawl-site.ts';
import { lookOverSite, probeSite, readSiteWatch } from './watch-site.ts';

let site: TestSite;
let elsewhere: Server;
let broken: string;

beforeAll(async () => {
  site = await openTestSite();
  await site.app.listen({ host: '127.0.0.1', port: 0 });
  elsewhere = createServer((request, answer) => {
    const pages: Record<string, string> = {
      '/': '<a href="/a">a</a><a href="/gone">gone</a>',
      '/a': '<a href="/gone">gone</a><a href="/cut">cut</a>',
    };
    if (request.url === '/cut') return void request.socket.destroy();
    const page = pages[request.url ?? ''];
    answer.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' });
    answer.end(page ?? '');
  });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  broken = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
});
afterAll(async () => {
  elsewhere.close();
  await site[Symbol.asyncDispose]();
});

const depsAt = (publicUrl: string) => ({ ...site.parts.deps, publicUrl, mostPages: 60 });
const own = (): string => {
  const address = site.app.server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return `http://127.0.0.1:${address.port}`;
};

async function watch(): Promise<SiteWatch> {
  return (await (await site.staff('ren.gangzheng')).send('GET', '/api/site-watch')).json();
}

const valueOf = (seen: SiteWatch, id: string) => seen.items.find((item) => item.id === id);

describe('links', () => {
  test('dead ones are found with the pages that lead there, cut connections too', async () => {
    const { pages, dead } = await crawlSite(broken);
    expect(pages).toBe(4);
    expect(dead).toEqual([
      { path: '/gone', from: ['/', '/a'] },
      { path: '/cut', from: ['/a'] },
    ]);
  });
});

describe('the watch', () => {
  test('says nothing about what was never measured', async () => {
    const seen = await watch();
    expect(valueOf(seen, 'unreachable')).toMatchObject({ value: null, light: 'grey' });
    expect(valueOf(seen, 'dead-links')).toMatchObject({ value: null, light: 'grey' });
    expect(seen.lookedOn).toBeUndefined();
  });

  test('counts how often the site did not answer in the week', async () => {
    await probeSite(depsAt(own()));
    expect(valueOf(await watch(), 'unreachable')).toMatchObject({
      value: 0,
      of: 2,
      light: 'green',
    });
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    await probeSite(depsAt(`http://127.0.0.1:${port}`));
    expect(valueOf(await watch(), 'unreachable')).toMatchObject({
      value: 0.5,
      of: 4,
      light: 'red',
    });
  });

  test('finds no dead link on its own pages, and the guides that say too little', async () => {
    await lookOverSite(depsAt(own()));
    const seen = await watch();
    expect(seen.findings.filter(({ kind }) => kind === 'dead-link')).toEqual([]);
    expect(seen.counts.incompleteGuides).toBeGreaterThan(0);
    expect(valueOf(seen, 'incomplete-guides')?.light).toBe('red');
    const first = seen.findings.find(({ kind }) => kind === 'incomplete-guide');
    expect(first?.detail.length).toBeGreaterThanOrEqual(4);
    const page = await fetch(new URL(first?.place ?? '', own()));
    expect(page.status).toBe(200);
  });

  test('a finding keeps the day on which it was first seen', async () => {
    const before = await readSiteWatch(depsAt(own()));
    await lookOverSite(depsAt(own()));
    const after = await readSiteWatch(depsAt(own()));
    expect(after.findings.map(({ sinceOn }) => sinceOn)).toEqual(
      before.findings.map(({ sinceOn }) => sinceOn),
    );
  });

  test('each turn of a light is in the journal, once', async () => {
    const { db, tenantId } = site.parts.deps;
    const entries = await readJournal(db, tenantId, 'site-watch');
    const turns = entries.map(({ data }) => data as { item: string; light: string });
    const reach = turns.filter(({ item }) => item === 'unreachable').map(({ light }) => light);
    expect(reach).toEqual(['green', 'red']);
  });
});

describe('who', () => {
  test('watches may see it and have it looked at now; others neither', async () => {
    const paths = [
      ['GET', '/api/site-watch'],
      ['POST', '/api/site-watch/looks'],
    ] as const;
    for (const [method, path] of paths) {
      expect((await site.nobody.send(method, path)).statusCode).toBe(401);
      const clerk = await site.staff('he.cun');
      expect((await clerk.send(method, path)).statusCode).toBe(403);
    }
    const supervisor = await site.staff('ren.gangzheng');
    expect((await supervisor.send('POST', '/api/site-watch/looks')).statusCode).toBe(202);
  });
});
