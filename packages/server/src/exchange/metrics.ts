import { Gauge } from 'prom-client';
import { instantMs, type Instant } from '@yichuang/kernel/time';
import type { App } from '../platform/http/index.ts';
import type { Exchange } from './exchange.ts';

/** For /metrics: how many cases wait, how long, and since when the receiver is silent. */
export function measureExchange({ metrics }: Pick<App, 'metrics'>, exchange: Exchange): void {
  if (!exchange.isOn) return;
  const registers = [metrics];
  new Gauge({
    name: 'yichuang_upload_cases',
    help: 'Cases that wait to be uploaded, and those that need somebody',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      const { behindCases, heldCases } = await exchange.figures();
      this.set({ state: 'behind' }, behindCases);
      this.set({ state: 'held' }, heldCases);
    },
  });
  new Gauge({
    name: 'yichuang_upload_behind_seconds',
    help: 'How long the first case has waited to be uploaded',
    registers,
    async collect() {
      const { at, behindSince } = await exchange.figures();
      this.set(secondsBetween(behindSince, at));
    },
  });
  new Gauge({
    name: 'yichuang_upload_standing_seconds',
    help: 'How long the receiver has not answered',
    registers,
    async collect() {
      const { at, standingSince } = await exchange.figures();
      this.set(secondsBetween(standingSince, at));
    },
  });
}

function secondsBetween(from: Instant | null, until: Instant): number {
  return from === null ? 0 : Math.max(0, (instantMs(until) - instantMs(from)) / 1000);
}
