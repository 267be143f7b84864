/** Materials that came with one form: pages that went up now, and pages kept from before. */
import type { ApplicantCaseView } from '@yichuang/contracts';
import type { FilePage } from '@yichuang/kernel/case';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { ResidentContext } from '../gate.ts';
import { keptPage } from '../kept-page.ts';
import { readMultipart } from '../multipart.ts';
import type { Portal } from '../portal.ts';
import { keyIn } from '../posted-form.ts';
import { orRefusal, refusalText } from '../refusal-answer.ts';
import { PortalRefusal } from '../services.ts';

/** Page by page, in the order of the form. */
export interface PostedMaterials {
  key: string;
  readonly pages: Map<string, FilePage[]>;
  readonly onPaper: Set<string>;
  readonly refused: Map<string, string[]>;
}

export async function readPostedMaterials(
  portal: Portal,
  of: {
    readonly ctx: ResidentContext;
    readonly view: ApplicantCaseView;
    /** Ids of the materials that the form asks for; others are not taken. */
    readonly asked: readonly string[];
  },
  request: FastifyRequest,
): Promise<PostedMaterials> {
  const { ctx, view } = of;
  const posted: PostedMaterials = {
    key: randomUUID(),
    pages: new Map(),
    onPaper: new Set(),
    refused: new Map(),
  };
  const asked = new Set(of.asked);
  await readMultipart(request, {
    field(name, value) {
      const [kind, ...rest] = name.split('.');
      const materialId = rest.join('.');
      if (name === 'key') posted.key = keyIn(value);
      if (kind === 'paper' && asked.has(materialId)) posted.onPaper.add(materialId);
      const page = kind === 'kept' && asked.has(materialId) ? keptPage(value) : undefined;
      if (page !== undefined) add(posted.pages, materialId, page);
    },
    async file({ field, name, stream }) {
      const materialId = field.replace(/^file\./, '');
      if (!asked.has(materialId)) return;
      const { itemCode, itemVersion } = view;
      const target = { itemCode, itemVersion, materialId };
      const file = { name, stream };
      const page = await orRefusal(portal.services.upload(ctx.session.personId, target, file));
      if (page instanceof PortalRefusal) {
        add(posted.refused, materialId, `${name}：${refusalText(ctx, page)}`);
      } else add(posted.pages, materialId, page);
    },
  });
  return posted;
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
