import { Type } from '@sinclair/typebox';
import { StaffImportReport } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import { writeTable } from '../catalogue/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import { keeperOf } from './account-deps.ts';
import { listKnownPosts } from './account-store.pg.ts';
import { columnHeaders, templateName } from './column-headers.messages.ts';
import { importStaff, type ImportDeps } from './import-staff.ts';

const config = { right: { action: 'people:manage' } } as const;
/** Of a query string, where `?dryRun=0` is what people write. */
const YesOrNo = Type.Union(['0', '1', 'false', 'true'].map((value) => Type.Literal(value)));
const maxFileBytes = 10 * 1024 * 1024;

/**
 * POST /api/accounts/import, which changes nothing unless asked to, and the list to fill in, which
 * has a row for every post.
 */
export function staffImportRoutes(app: App, deps: ImportDeps): void {
  app.post(
    '/api/accounts/import',
    {
      config,
      schema: {
        consumes: ['multipart/form-data'],
        querystring: Type.Object({ dryRun: Type.Optional(YesOrNo) }),
        response: { 200: StaffImportReport },
      },
    },
    async (request, reply) => {
      const part = await request.file({ limits: { fileSize: maxFileBytes + 1 } });
      if (part === undefined) {
        return reply.refuse([{ code: 'request-invalid', params: { fields: 'file' } }]);
      }
      return importStaff(deps, {
        bytes: await part.toBuffer(),
        keeper: keeperOf(sessionOf(request, 'staff')),
        isDryRun: ['1', 'true'].includes(request.query.dryRun ?? '1'),
        language: request.language,
      });
    },
  );
  app.get('/api/accounts/template', { config }, async (_request, reply) => {
    const { db, tenantId, now } = deps;
    const posts = await listKnownPosts(db, tenantId, civilDate(now()));
    const rows = posts
      .filter(({ isReserved }) => !isReserved)
      .map(({ orgName, name }) => [orgName, name, '', '', '']);
    const header = Object.values(columnHeaders).map(([first]) => first);
    const bytes = await writeTable({ header, rows, sheet: templateName, widths: [36, 28] }, 'xlsx');
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`${templateName}.xlsx`)}`,
      )
      .send(Buffer.from(bytes));
  });
}
