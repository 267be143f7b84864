import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const FIRST_SCREEN = 'src/shell/first-screen.tsx';

/**
 * The console is a single page under /console/, served by our server from `dist`. Scripts come from
 * files only (the server's CSP is `script-src 'self'`), so nothing here may inline one.
 * `npm run dev` proxies the API to a server started beside it (`API_URL`, else port 3000).
 */
export default defineConfig({
  base: '/console/',
  plugins: [react(), nameFirstScreen(), compressFiles()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: ['index.html', FIRST_SCREEN],
      treeshake: {
        // Shapes of requests are types here: of the contracts only lists of words are in use.
        moduleSideEffects: [{ test: /contracts[\\/]src|typebox/u, sideEffects: false }],
      },
      output: {
        codeSplitting: {
          // A few files instead of two dozen for what every page needs: a browser asks for six at
          // once. What main.ts needs before it asks for the rest is by itself.
          groups: [
            {
              name: 'index',
              test: /index\.html|main\.ts$|pages\.ts$|preload-helper/u,
              priority: 3,
            },
            { name: 'libraries', tags: ['$initial'], test: /node_modules/u, priority: 2 },
            { name: 'first-screen', tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env['API_URL'] ?? 'http://127.0.0.1:3000' },
  },
});

/** index.html names the files of the first screen, so that they load while main.ts does. */
function nameFirstScreen(): Plugin {
  return {
    name: 'name-first-screen',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const first = Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(FIRST_SCREEN),
        );
        if (first?.type !== 'chunk') return [];
        const link = (rel: string, file: string) => ({
          tag: 'link',
          injectTo: 'head' as const,
          attrs: { rel, crossorigin: true, href: `/console/${file}` },
        });
        return [
          ...[first.fileName, ...first.imports].map((file) => link('modulepreload', file)),
          ...[...(first.viteMetadata?.importedCss ?? [])].map((file) => link('stylesheet', file)),
        ];
      },
    },
  };
}

/**
 * Each file of text also compressed, which the server sends as it is. Both ways, for browsers take
 * Brotli over HTTPS only. At quality 9, which takes 0.2 s for all; 11 takes 4 s and saves 7 %.
 */
function compressFiles(): Plugin {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return {
    name: 'compress-files',
    writeBundle: ({ dir = '' }, bundle) => {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css|svg)$/u.test(file))) {
        const path = join(dir, name);
        const bytes = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
