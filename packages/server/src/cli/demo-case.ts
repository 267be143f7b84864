/**
 * `demo case [--url URL] [--json]`: walks a construction permit over HTTP on a running demo, as a
 * resident, nine members of staff and a cashier would, and prints each act.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import type { CaseView, DraftView, FilingReceipt } from '@yichuang/contracts';
import type { FilePage, ItemDefinition } from '@yichuang/kernel/case';
import { loadPack } from '../catalogue/index.ts';
import { readConfig } from '../platform/config/index.ts';
import { CommandError } from './command-error.ts';
import { demoFiling } from './demo-case.messages.ts';
import { pause, residentClient, staffClient, type Client } from './demo-client.ts';

const ITEM_NAME_EN = 'Building construction permit';

/** One line of the output. */
interface Told {
  readonly act: string;
  readonly by: string;
  readonly phase: string;
  readonly headline: string;
  readonly light: string;
  readonly documents: readonly string[];
}

export async function demoCommand(
  [verb, ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<number> {
  if (verb !== 'case') throw new CommandError('yichuang demo case [--url URL] [--json]');
  const { values } = parseArgs({
    args,
    options: { url: { type: 'string' }, json: { type: 'boolean' } },
  });
  const config = readConfig(env, { demo: true });
  if ('problems' in config) throw new CommandError(config.problems.join('\n'));
  const passwordFile = join(config.dataDirectory, 'demo-password');
  if (!existsSync(passwordFile)) {
    throw new CommandError(`no demo has run with DATA_DIR ${config.dataDirectory}: npm start`);
  }
  const password = readFileSync(passwordFile, 'utf8').trim();
  const walk = new DemoWalk(values.url ?? config.publicUrl, password, config.packDirectory);
  for await (const told of walk.run()) {
    print(
      values.json === true
        ? JSON.stringify(told)
        : `${told.act.padEnd(22)} ${told.by.padEnd(16)} ${told.light.padEnd(7)} ${told.headline}` +
            (told.documents.length === 0 ? '' : `  [${told.documents.join(' ')}]`),
    );
  }
  return 0;
}

class DemoWalk {
  readonly #url: string;
  readonly #password: string;
  readonly #packDirectory: string;
  #caseId = '';

  constructor(url: string, password: string, packDirectory: string) {
    this.#url = url.replace(/\/$/u, '');
    this.#password = password;
    this.#packDirectory = packDirectory;
  }

  async *run(): AsyncGenerator<Told> {
    const pack = await loadPack(this.#packDirectory);
    const item = pack.items.find((each) => each.nameEn === ITEM_NAME_EN);
    if (item === undefined) throw new CommandError('the pack has no construction permit');
    const holder = new Map(
      pack.people.staff.flatMap(({ account, posts }) => posts.map((post) => [post, account])),
    );
    const byPost = (post: string): Promise<Client> =>
      staffClient(this.#url, holder.get(post) ?? '', this.#password);
    const { person: resident, client: applicant } = await residentClient(
      this.#url,
      pack.people.residents,
    );
    await applicant.send('PUT', '/api/me/profile', {
      kind: 'natural',
      name: resident.name,
      idNumber: resident.citizenId,
    });
    const receipt = await this.#file(applicant, item);
    this.#caseId = receipt.caseId;
    const counter = await byPost('zj-counter');
    yield await this.#told('ReceiveCase', resident.name, counter);
    yield* this.#staffActs(item, counter, byPost);
  }

  async *#staffActs(
    item: ItemDefinition,
    counter: Client,
    byPost: (post: string) => Promise<Client>,
  ): AsyncGenerator<Told> {
    const checks = item.materials.map(({ id }) => ({ materialId: id, verdict: 'complete' }));
    yield await this.#act(counter, 'zj-counter', 'CheckMaterials', { checks, paperReceived: [] });
    yield await this.#act(counter, 'zj-counter', 'AcceptCase', { opinion: demoFiling.accepted });
    const reviewers = ['construction', 'safety', 'quality', 'materials'].map((s) => `zj-${s}-head`);
    for (const post of [...reviewers, 'zj-deputy-leader', 'zj-leader', 'zj-counter']) {
      const who = post === 'zj-counter' ? counter : await byPost(post);
      yield await this.#act(who, post, 'ApproveTask', { opinion: demoFiling.agreed });
    }
    const cashier = await byPost('cashier');
    const { fee } = await cashier.get<CaseView>(`/api/cases/${this.#caseId}`);
    yield await this.#act(cashier, 'cashier', 'RecordPayment', {
      amountFen: fee?.amountFen ?? 0,
      method: 'transfer',
      receiptNumber: `R${Date.parse(fee?.assessedAt ?? '')}`,
    });
    await this.#until(counter, 'ServeResult');
    yield await this.#act(counter, 'zj-counter', 'ServeResult', {
      method: 'counter',
      recipient: demoFiling.recipient,
    });
    await this.#until(counter, undefined);
    yield await this.#told('CaseConcluded', 'system', counter);
  }

  async #file(applicant: Client, item: ItemDefinition): Promise<FilingReceipt> {
    const page = await demoPage();
    const draft = await applicant.send<DraftView>('POST', '/api/my/drafts', {
      itemCode: item.code,
    });
    const materials = [];
    for (const material of item.materials.filter((m) => m.necessity === 'required')) {
      const isOnPaper = material.carrier === 'paper';
      const query = new URLSearchParams({ itemCode: item.code, materialId: material.id });
      const stored = isOnPaper
        ? undefined
        : await applicant.upload<FilePage>(`/api/my/uploads?${query.toString()}`, '1.jpg', page);
      const pages = stored === undefined ? [] : [{ sha256: stored.sha256, name: stored.name }];
      materials.push({ materialId: material.id, pages, isOnPaper });
    }
    const change = { form: demoFiling.form, materials };
    const path = `/api/my/drafts/${draft.draftId}`;
    const changed = await applicant.send<DraftView>('PATCH', path, change);
    if (changed.problems.length > 0) {
      throw new CommandError(changed.problems.map((problem) => problem.text).join('\n'));
    }
    return applicant.send<FilingReceipt>('POST', `${path}/file`);
  }

  /** The act on the first open task for which the server offers it to this person. */
  async #act(who: Client, by: string, type: string, rest: object): Promise<Told> {
    const path = `/api/cases/${this.#caseId}`;
    const view = await who.get<CaseView>(path);
    const allowed = view.allowed.find((each) => each.act === type);
    if (allowed === undefined) throw new CommandError(`${by} may not ${type} now`);
    const task = allowed.taskId === undefined ? {} : { taskId: allowed.taskId };
    await who.send('POST', `${path}/commands`, { type, ...task, ...rest });
    return this.#told(type, by, who);
  }

  /** Documents are made by a job: waits until the act is offered, or every document is there. */
  async #until(who: Client, act: string | undefined): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const view = await who.get<CaseView>(`/api/cases/${this.#caseId}`);
      const isReady =
        act === undefined
          ? view.documents.every((document) => document.issuedAt !== undefined)
          : view.allowed.some((each) => each.act === act);
      if (isReady) return;
      await pause(100);
    }
    throw new CommandError('the documents were not made within ten seconds');
  }

  async #told(act: string, by: string, who: Client): Promise<Told> {
    const view = await who.get<CaseView>(`/api/cases/${this.#caseId}`);
    return {
      act,
      by,
      phase: view.phase,
      headline: view.headline,
      light: view.clocks[0]?.light ?? '',
      documents: view.documents.flatMap(({ name, number }) =>
        number === undefined ? [] : [`${name} ${number}`],
      ),
    };
  }
}

/** An A4 page of 794 × 1123 pixels, well under 90 KB. */
function demoPage(): Promise<Buffer> {
  const background = { r: 252, g: 251, b: 247 };
  return sharp({ create: { width: 794, height: 1123, channels: 3, background } })
    .jpeg({ quality: 60 })
    .toBuffer();
}
