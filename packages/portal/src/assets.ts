import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { checkerScript } from './checker/saved-checker.ts';
import type { AssetUrls } from './page-context.ts';
import { publicRoute } from './route-config.ts';

const folder = join(import.meta.dirname, '../assets');
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/**
 * The few files beside the pages, read once at the start. Their address holds a hash of them all,
 * so that browsers may keep them for ever and modules find each other by relative names.
 */
export class Assets {
  readonly version: string;
  readonly #files: ReadonlyMap<string, Asset>;

  constructor(version?: string) {
    const names = readdirSync(folder).filter((name) => extname(name) in mediaTypes);
    this.#files = new Map(
      names.toSorted().map((name) => {
        const mediaType = mediaTypes[extname(name)] ?? 'application/octet-stream';
        return [name, { mediaType, bytes: bytesOf(name) }];
      }),
    );
    this.version = version ?? this.#hash();
  }

  /** @throws Error for a file that is not there: a misspelt name is found by the first test */
  readonly url: AssetUrls = (name) => {
    if (!this.#files.has(name)) throw new Error(`no asset ${name}`);
    return `/assets/${this.version}/${name}`;
  };

  find(name: string): Asset | undefined {
    return this.#files.get(name);
  }

  #hash(): string {
    const hash = createHash('sha256');
    for (const [name, { bytes }] of this.#files) hash.update(name).update(bytes);
    return hash.digest('hex').slice(0, 12);
  }
}

/** The checker is sent in one piece: its modules lie in other folders and have types. */
function bytesOf(name: string): Buffer {
  return name === 'verify-page.js' ? Buffer.from(checkerScript) : readFileSync(join(folder, name));
}

export function addAssets(app: FastifyInstance, assets: Assets): void {
  app.get<{ Params: { version: string; name: string } }>(
    '/assets/:version/:name',
    publicRoute,
    (request, reply) => {
      const asset = assets.find(request.params.name);
      if (asset === undefined) return reply.callNotFound();
      // Another version's address (a page opened before an upgrade) gets today's file, unkept.
      const isCurrent = request.params.version === assets.version;
      return reply
        .type(asset.mediaType)
        .header('cache-control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache')
        .header('x-content-type-options', 'nosniff')
        .send(asset.bytes);
    },
  );
}
