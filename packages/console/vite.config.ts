import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The console is a single page under /console/, served by our server from `dist`. Scripts come from
 * files only (the server's CSP is `script-src 'self'`), so nothing here may inline one.
 * `npm run dev` proxies the API to a server started beside it (`API_URL`, else port 3000).
 */
export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env['API_URL'] ?? 'http://127.0.0.1:3000' },
  },
});
