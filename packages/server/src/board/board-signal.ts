import { randomUUID } from 'node:crypto';
import { listen, type Db, type Listener } from '../platform/db/index.ts';

/** "The board may look different now", in this process and in every other on the database. */
export interface BoardSignal {
  /** After a command was written or lights have turned. */
  touch(): void;
  /** @returns the end of it */
  subscribe(hear: () => void): () => void;
  stop(): Promise<void>;
}

export interface BoardSignalOptions {
  readonly db: Db;
  readonly url: string;
  readonly tenantId: string;
  readonly onError: (error: unknown) => void;
}

const CHANNEL = 'yichuang_board';

/**
 * Commands are gathered before others are told of them: a notification in each command's own
 * transaction would make all commits wait for one lock.
 */
const GATHERED_MS = 300;

export function createBoardSignal(options: BoardSignalOptions): BoardSignal {
  const { db, url, tenantId, onError } = options;
  const self = `${tenantId} ${randomUUID()}`;
  const hearers = new Set<() => void>();
  let listener: Listener | undefined;
  let telling: NodeJS.Timeout | undefined;
  let told: Promise<unknown> = Promise.resolve();
  const hearAll = (): void => {
    for (const hear of hearers) hear();
  };
  const tellOthers = (): void => {
    telling = undefined;
    const statement = { name: 'board-notify', text: 'SELECT pg_notify($1, $2)' };
    told = db.query({ ...statement, values: [CHANNEL, self] }).catch(onError);
  };
  return {
    touch() {
      hearAll();
      telling ??= setTimeout(tellOthers, GATHERED_MS);
      telling.unref();
    },
    subscribe(hear) {
      hearers.add(hear);
      // Nobody looks: no connection is kept for it.
      listener ??= listen({
        url,
        channel: CHANNEL,
        onMessage: (said) => {
          if (said !== self && said.startsWith(`${tenantId} `)) hearAll();
        },
        onReconnect: hearAll,
        onError,
      });
      return () => {
        hearers.delete(hear);
        if (hearers.size > 0) return;
        listener?.stop().catch(onError);
        listener = undefined;
      };
    },
    async stop() {
      clearTimeout(telling);
      hearers.clear();
      await told;
      await listener?.stop();
      listener = undefined;
    },
  };
}
