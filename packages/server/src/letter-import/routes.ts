import { Type } from '@sinclair/typebox';
import { HotlineAnswer, HotlineOrders, LetterImportReport } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { sessionOf, type App } from '../platform/http/index.ts';
import { receiveOrders } from './hotline-orders.ts';
import { importLetters } from './import-letters.ts';
import type { LetterImportDeps } from './import-deps.ts';
import { maxFileBytes } from './letter-table.ts';

/** Days and answers are taken as stated: not the village window's to bring. */
const config = { right: { action: 'letter:office' } } as const;
/** Of a query string, where `?dryRun=1` is what people write. */
const YesOrNo = Type.Union(['0', '1', 'false', 'true'].map((value) => Type.Literal(value)));
const HOTLINE = 'rx-order';

/** POST /api/letters/import: a file of another system; /api/hotline/orders: orders as they come. */
export function letterImportRoutes(app: App, deps: LetterImportDeps): void {
  addImport(app, deps);
  addHotline(app, deps);
}

/** A file with errors is an answer, not a fault: the report says where. */
function addImport(app: App, deps: LetterImportDeps): void {
  const querystring = Type.Object({
    dryRun: Type.Optional(YesOrNo),
    /** What the letters are; orders of the hotline when not told. */
    itemCode: Type.Optional(Type.String({ maxLength: 100 })),
  });
  app.post(
    '/api/letters/import',
    {
      config,
      schema: {
        consumes: ['multipart/form-data'],
        querystring,
        response: { 200: LetterImportReport },
      },
    },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const { dryRun = '0', itemCode = HOTLINE } = request.query;
      const part = await request.file({ limits: { fileSize: maxFileBytes + 1 } });
      const item = await letterItem(deps, itemCode);
      if (item === undefined)
        return reply.refuse([{ code: 'item-not-online', params: { item: itemCode } }]);
      if (part === undefined) {
        return reply.refuse([{ code: 'request-invalid', params: { fields: 'file' } }]);
      }
      return importLetters(deps, {
        bytes: await part.toBuffer(),
        item,
        by: { personId: session.personId, name: session.name ?? '' },
        isDryRun: ['1', 'true'].includes(dryRun),
        language: request.language,
      });
    },
  );
}

function addHotline(app: App, deps: LetterImportDeps): void {
  app.post(
    '/api/hotline/orders',
    { config, schema: { body: HotlineOrders, response: { 200: HotlineAnswer } } },
    async (request, reply) => {
      const item = await letterItem(deps, HOTLINE);
      if (item === undefined)
        return reply.refuse([{ code: 'item-not-online', params: { item: HOTLINE } }]);
      const session = sessionOf(request, 'staff');
      return receiveOrders(deps, item, session, request.body, request.language);
    },
  );
}

async function letterItem(
  deps: LetterImportDeps,
  code: string,
): Promise<ItemDefinition | undefined> {
  const item = await deps.findItem(code);
  return item?.letter === undefined ? undefined : item;
}
