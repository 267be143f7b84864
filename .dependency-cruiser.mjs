// The graph's rules: what neither the compiler nor the linter sees. Each says why.
// tools/check-graph.ts runs it and fails too when a tracked file is missing from the graph:
// beside TypeScript 7 alone it read nothing and reported success, hence `parser: 'swc'`.

const testFiles = '[.](test|spec|contract|examples)[.]tsx?$|/test(ing)?-[^/]+[.]ts$';
const server = '^packages/server/src/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing needs and that starts nothing is forgotten work.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^packages/[^/]+/src/',
        pathNot: [testFiles, '[.]d[.]ts$', '/(main|index)[.]tsx?$', '-worker[.]ts$'],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere breaks at run time: no build would tell.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'kernel-alone',
      comment: 'The kernel is pure; what it needs is handed in.',
      severity: 'error',
      from: { path: '^packages/kernel/src/', pathNot: testFiles },
      to: { pathNot: '^packages/kernel/src/' },
    },
    {
      name: 'contracts-on-kernel',
      comment: 'Contracts are shared by server, portal and console and so know none of them.',
      severity: 'error',
      from: { path: '^packages/contracts/' },
      to: { path: '^packages/(server|portal|console)/' },
    },
    {
      name: 'portal-without-server',
      comment: 'The portal declares the services it needs; the server hands them in.',
      severity: 'error',
      from: { path: '^packages/portal/' },
      to: { path: '^packages/(server|console)/' },
    },
    {
      name: 'console-without-server',
      comment: 'The console runs in a browser; it talks over HTTP.',
      severity: 'error',
      from: { path: '^packages/console/src/' },
      to: { path: '^packages/(server|portal)/' },
    },
    {
      name: 'server-without-console',
      comment: 'The console is served as built files.',
      severity: 'error',
      from: { path: '^packages/server/' },
      to: { path: '^packages/console/src/' },
    },
    {
      name: 'slices-by-index',
      comment: 'A slice shows the others its index.ts; behind it it may change as it likes.',
      severity: 'error',
      from: { path: `${server}([^/]+)/`, pathNot: testFiles },
      to: {
        path: `${server}[^/]+/`,
        pathNot: [`${server}$1/`, `${server}platform/`, `${server}[^/]+/index[.]ts$`],
      },
    },
    {
      name: 'platform-below-slices',
      comment: 'The platform serves every slice and so knows none.',
      severity: 'error',
      from: { path: `${server}platform/`, pathNot: testFiles },
      to: { path: `${server}[^/]+/`, pathNot: `${server}platform/` },
    },
    {
      name: 'routes-on-top',
      comment: 'Routes call use cases; nothing but the assembly calls routes.',
      severity: 'error',
      from: { path: server, pathNot: ['/index[.]ts$', '/main[.]ts$', '/app[.]ts$', testFiles] },
      to: { path: `${server}[^/]+/(routes|[^/]*-routes)[.]ts$` },
    },
    {
      name: 'no-import-of-tests',
      comment: 'What only tests may do (skip a check, move a clock) stays out of the product.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: testFiles },
      to: { path: '[.](test|spec)[.]tsx?$' },
    },
    {
      name: 'packs-are-data',
      comment: 'A pack is read and validated at start; nothing imports one.',
      severity: 'error',
      from: { pathNot: '^packs/' },
      to: { path: '^packs/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '^data/'] },
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
