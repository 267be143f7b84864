import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App } from '../platform/http/index.ts';
import { markTrialPage } from './trial-page.messages.ts';

/** Built by Vite during the install. */
const consoleDirectory = join(import.meta.dirname, '../../../console/dist');

/** The console is one page: every address below it is that page, its own router does the rest. */
export async function consoleRoutes(
  app: App,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<void> {
  const indexFile = join(consoleDirectory, 'index.html');
  if (!existsSync(indexFile)) return;
  const config = { right: 'public', page: 'console' } as const;
  await app.register(async (scope) => {
    scope.decorate('defaultRight', 'public');
    await scope.register(fastifyStatic, {
      root: join(consoleDirectory, 'assets'),
      prefix: '/console/assets/',
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
    });
    const page = { config };
    // Asked for anew each time: it names the scripts of the version that runs now.
    const index = { immutable: false, maxAge: 0 };
    for (const path of ['/console', '/console/*']) {
      scope.get(path, page, (_, reply) =>
        isTrial
          ? reply.type('text/html; charset=utf-8').send(markTrialPage(readPage(indexFile)))
          : reply.sendFile('index.html', consoleDirectory, index),
      );
    }
  });
}

function readPage(file: string): string {
  return readFileSync(file, 'utf8');
}
