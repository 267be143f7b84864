// The flows of the demo in bpmn.io's own modeler: it opens each without a warning, finds every
// shape in its place, and what it saves is still the same flow.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FlowDefinition } from '../packages/kernel/src/flow/index.ts';
import { exportFlow, importBpmn } from '../packages/server/src/bpmn/index.ts';
import { decoratedFlow } from './bpmn/decorated-flow.examples.ts';
import { openBrowser } from './harness/index.ts';
import type { TestBrowser } from './harness/index.ts';

const site = 'http://modeler.test';
const modeler = fileURLToPath(import.meta.resolve('bpmn-js/dist/bpmn-modeler.production.min.js'));
const packs = join(import.meta.dirname, '../packs');

interface Drawn {
  readonly warnings: readonly string[];
  readonly shapes: readonly Box[];
  readonly connections: number;
  readonly saved: string;
}

interface Box {
  readonly id: string;
  readonly type: string;
  readonly parent: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: 'desktop' });
  await page.route(`${site}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path !== '/') return route.fulfill({ path: modeler });
    const body =
      '<!doctype html><div id="canvas" style="height:800px"></div>' +
      '<script src="/modeler.js"></script>';
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  await page.goto(`${site}/`);
});
afterAll(() => browser.close());

/** Runs in the page, where `BpmnJS` is the modeler. */
const open = `async (xml) => {
  document.querySelector('#canvas').replaceChildren();
  const modeler = new BpmnJS({ container: '#canvas' });
  const { warnings } = await modeler.importXML(xml);
  const all = modeler.get('elementRegistry').filter((e) => e.type !== 'label' && e.parent);
  const shapes = all.filter((e) => e.waypoints === undefined).map((e) => ({
    id: e.id, type: e.type, parent: e.parent.id, x: e.x, y: e.y, width: e.width, height: e.height,
  }));
  const { xml: saved } = await modeler.saveXML();
  modeler.destroy();
  const connections = all.length - shapes.length;
  return { warnings: warnings.map(String), shapes, connections, saved };
}`;

async function draw(xml: string): Promise<Drawn> {
  return (await page.evaluate(`(${open})(${JSON.stringify(xml)})`)) as Drawn;
}

function overlap(a: Box, b: Box): boolean {
  const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
  const isAbove = a.y + a.height <= b.y || b.y + b.height <= a.y;
  return !isBeside && !isAbove;
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

async function check(flow: FlowDefinition, name: string): Promise<void> {
  const xml = await exportFlow(flow, { name });
  const { warnings, shapes, connections, saved } = await draw(xml);
  expect(warnings).toEqual([]);
  const drawn = xml.match(/<bpmndi:BPMNShape /gu)?.length ?? 0;
  expect(shapes).toHaveLength(drawn);
  expect(connections).toBe(xml.match(/<bpmndi:BPMNEdge /gu)?.length ?? 0);
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  for (const [i, shape] of shapes.entries()) {
    expect(shape.x >= 0 && shape.y >= 0, shape.id).toBe(true);
    const parent = byId.get(shape.parent);
    if (parent !== undefined) expect([shape.id, isInside(shape, parent)]).toEqual([shape.id, true]);
    const sisters = shapes.slice(i + 1).filter((other) => other.parent === shape.parent);
    const over = sisters.filter((other) => overlap(shape, other)).map((other) => other.id);
    expect([shape.id, over]).toEqual([shape.id, []]);
  }
  const again = await importBpmn(saved);
  expect('flow' in again ? again.flow : again).toEqual(flow);
}

const demoFlows = readdirSync(packs).flatMap((pack) => {
  const folder = join(packs, pack, 'items');
  const isThere = readdirSync(join(packs, pack)).includes('items');
  const files = isThere ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  return files.flatMap((file) => {
    const item = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      readonly name: string;
      readonly flow?: FlowDefinition;
    };
    return item.flow === undefined ? [] : [{ name: item.name, flow: item.flow }];
  });
});

describe('the modeler of bpmn.io', () => {
  it('has flows to show', () => {
    expect(demoFlows.length).toBeGreaterThanOrEqual(3);
  });

  it.each(demoFlows)('opens $name, and saves the same flow', ({ name, flow }) => check(flow, name));

  it('opens random flows with everything that a node may say', async () => {
    const seed = 20261122;
    for (const flow of fc.sample(decoratedFlow, { seed, numRuns: 25 }))
      await check(flow, `${seed}`);
  });
});
