import pg from 'pg';

export interface ListenOptions {
  readonly url: string;
  /** A plain SQL identifier. */
  readonly channel: string;
  readonly onMessage: (payload: string) => void;
  /** After a connection was lost and made again: what was said meanwhile was missed. */
  readonly onReconnect: () => void;
  readonly onError: (error: unknown) => void;
}

export interface Listener {
  stop(): Promise<void>;
}

const AGAIN_MS = 2_000;

/**
 * Hears what is notified on a channel, on a connection of its own: those of a pool are lent to
 * whoever comes next. A lost connection is made again until `stop`.
 */
export function listen(options: ListenOptions): Listener {
  let isStopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let opening: Promise<void> = Promise.resolve();
  const open = async (isAgain: boolean): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: options.url,
      application_name: `yichuang ${options.channel}`,
      keepAlive: true,
    });
    fresh.on('notification', ({ payload }) => options.onMessage(payload ?? ''));
    fresh.on('error', (error) => lost(fresh, error));
    fresh.on('end', () => lost(fresh, undefined));
    client = fresh;
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${options.channel}`);
      if (isAgain) options.onReconnect();
    } catch (error) {
      lost(fresh, error);
    }
  };
  const lost = (which: pg.Client, error: unknown): void => {
    if (isStopped || client !== which) return;
    client = undefined;
    if (error !== undefined) options.onError(error);
    which.end().catch(() => undefined); // it is broken already
    timer = setTimeout(() => {
      opening = open(true);
    }, AGAIN_MS);
    timer.unref();
  };
  opening = open(false);
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await opening;
      await client?.end().catch(() => undefined);
    },
  };
}
