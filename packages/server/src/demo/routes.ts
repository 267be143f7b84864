import { Type } from '@sinclair/typebox';
import type { App } from '../platform/http/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { ClockMove } from './move-clock.ts';

const ClockNow = Type.Object({ now: Type.String(), isDemo: Type.Boolean() });

export interface DemoRoutesOptions {
  readonly clock: Clock;
  readonly isDemo: boolean;
  /** A trial county beside a real one, on the same database: its clock is its staff's to move. */
  readonly isTrial: boolean;
  readonly move: (move: ClockMove) => Promise<void>;
}

/** The sandbox's clock. Outside a demo it can be read and not moved: the route does not exist. */
export function demoRoutes(app: App, options: DemoRoutesOptions): void {
  const { clock, isDemo, isTrial, move } = options;
  const config = { right: 'public' } as const;
  app.get('/api/demo/clock', { config, schema: { response: { 200: ClockNow } } }, () => ({
    now: clock.now(),
    isDemo,
  }));
  if (!isDemo) return;
  const body = Type.Union([
    Type.Object({ ms: Type.Integer({ minimum: 1, maximum: 366 * 24 * 3_600_000 }) }),
    Type.Object({ workingDays: Type.Integer({ minimum: 1, maximum: 250 }) }),
  ]);
  app.post(
    '/api/demo/clock',
    {
      config: isTrial ? { right: { action: 'clock:move' } } : config,
      schema: { body, response: { 200: ClockNow } },
    },
    async (request) => {
      await move(request.body);
      return { now: clock.now(), isDemo };
    },
  );
}
