import { Type } from '@sinclair/typebox';
import { DepartmentView, ItemPage, ItemQuery, LifeEventView, ThemeView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Clock } from '../platform/clock/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { App } from '../platform/http/index.ts';
import { browseDepartments, browseThemes, listLifeEvents } from './browse-items.ts';
import { fileName, templateName } from './catalogue.messages.ts';
import { exportItems, importTemplate } from './export-items.ts';
import { findItem } from './get-item.ts';
import { importItems } from './import-items.ts';
import { importProblemText } from './import-problem.ts';
import type { Pack } from './pack.ts';
import { maxFileBytes } from './read-table.ts';
import { searchItems } from './search-items.ts';

export interface CatalogueDeps {
  readonly db: Db;
  readonly tenantId: string;
  readonly pack: Pack;
  readonly clock: Clock;
}

/** /api/items, /api/departments, /api/themes, /api/life-events; /api/admin/items/*. */
export function catalogueRoutes(app: App, deps: CatalogueDeps): void {
  addItems(app, deps);
  addGroups(app, deps);
  addImport(app, deps);
  addExport(app, deps);
}

const isPublic = { right: 'public' } as const;
const canImport = { right: { action: 'item:import' } } as const;

function addItems(app: App, { db, tenantId, pack, clock }: CatalogueDeps): void {
  app.get(
    '/api/items',
    { config: isPublic, schema: { querystring: ItemQuery, response: { 200: ItemPage } } },
    (request) => searchItems(db, tenantId, request.query, pack),
  );
  app.get(
    '/api/items/:code',
    {
      config: isPublic,
      schema: {
        params: Type.Object({ code: Type.String({ maxLength: 100 }) }),
        querystring: Type.Object({
          version: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
        }),
        response: { 200: Type.Unsafe<ItemDefinition>(Type.Any()) },
      },
    },
    async (request, reply) => {
      const wanted = request.query.version ?? clock.now();
      const item = await findItem(db, tenantId, request.params.code, wanted);
      const isHidden = item?.lifecycle === 'internal' && request.staff === undefined;
      return item === undefined || isHidden ? reply.refuse([{ code: 'page-not-found' }]) : item;
    },
  );
}

function addGroups(app: App, { db, tenantId, pack }: CatalogueDeps): void {
  app.get(
    '/api/departments',
    { config: isPublic, schema: { response: { 200: Type.Array(DepartmentView) } } },
    () => browseDepartments(db, tenantId),
  );
  app.get(
    '/api/themes',
    { config: isPublic, schema: { response: { 200: Type.Array(ThemeView) } } },
    () => browseThemes(db, tenantId, pack),
  );
  app.get(
    '/api/life-events',
    { config: isPublic, schema: { response: { 200: Type.Array(LifeEventView) } } },
    () => listLifeEvents(pack),
  );
}

const ImportReportSchema = Type.Object({
  isDryRun: Type.Boolean(),
  isApplied: Type.Boolean(),
  rows: Type.Integer(),
  added: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  problems: Type.Array(
    Type.Object({
      row: Type.Integer(),
      column: Type.Optional(Type.String()),
      cell: Type.Optional(Type.String()),
      code: Type.String(),
      severity: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
      /** One sentence in the language of the request. */
      text: Type.String(),
    }),
  ),
});

/** Of a query string, where `?dryRun=1` is what people write. */
const YesOrNo = Type.Union(['0', '1', 'false', 'true'].map((value) => Type.Literal(value)));

/** A file with errors is an answer, not a fault: the report says where, and nothing was changed. */
function addImport(app: App, { db, tenantId, pack, clock }: CatalogueDeps): void {
  app.post(
    '/api/admin/items/import',
    {
      config: canImport,
      schema: {
        consumes: ['multipart/form-data'],
        querystring: Type.Object({ dryRun: Type.Optional(YesOrNo) }),
        response: { 200: ImportReportSchema },
      },
    },
    async (request, reply) => {
      const part = await request.file({ limits: { fileSize: maxFileBytes + 1 } });
      if (part === undefined) {
        return reply.refuse([{ code: 'request-invalid', params: { fields: 'file' } }]);
      }
      const bytes = await part.toBuffer();
      const isDryRun = ['1', 'true'].includes(request.query.dryRun ?? '0');
      const at = clock.now();
      const report = await importItems(db, tenantId, { bytes, pack, at, isDryRun });
      const problems = report.problems.map(({ row, column, cell, code, severity, ...problem }) => ({
        row,
        ...(column !== undefined && { column }),
        ...(cell !== undefined && { cell }),
        code,
        severity,
        text: importProblemText({ row, code, severity, ...problem }, request.language),
      }));
      return { ...report, problems };
    },
  );
}

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function addExport(app: App, { db, tenantId, pack }: CatalogueDeps): void {
  const querystring = Type.Object({
    format: Type.Optional(Type.Union([Type.Literal('csv'), Type.Literal('xlsx')])),
  });
  const files = [
    ['/api/admin/items/export', fileName, exported],
    ['/api/admin/items/template', templateName, importTemplate],
  ] as const;
  for (const [url, name, make] of files) {
    app.get(url, { config: canImport, schema: { querystring } }, async (request, reply) => {
      const { format = 'xlsx' } = request.query;
      const bytes = await make(format);
      return reply
        .type(mediaTypes[format])
        .header('content-disposition', attachment(`${name}.${format}`))
        .send(Buffer.from(bytes));
    });
  }
  function exported(format: 'csv' | 'xlsx'): Promise<Uint8Array> {
    return exportItems(db, tenantId, format, pack);
  }
}

/** RFC 6266: header values are ASCII, so the Chinese name goes in its extended form. */
function attachment(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
}
