import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCertificateId, parseCreditCode } from '@yichuang/kernel/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureSystem } from '../../../../tools/ensure-system.ts';
import { checkCertificate } from '../certificates/index.ts';
import { verifySealedPdf } from '../documents/index.ts';
import { runOnPdf, textOf } from '../documents/testing-documents.ts';
import { numberDocument } from './document-numbers.pg.ts';
import { previewDocument } from './preview-document.ts';
import { produceDocument } from './produce-document.ts';
import {
  constructionForm,
  filedMaterials,
  hygieneForm,
  openTestCounty,
  registrationForm,
  walkToPermit,
  type TestCounty,
} from './testing-county.ts';

let county: TestCounty;
beforeAll(async () => {
  await ensureSystem(['poppler-utils', 'libnss3-tools']);
  county = await openTestCounty();
});
afterAll(() => county[Symbol.asyncDispose]());

async function documentsOf(caseId: string) {
  const found = await county.deps.store.find(caseId);
  return Object.values(found?.state.documents ?? {});
}

async function pdfOf(caseId: string, template: string): Promise<Uint8Array> {
  const document = (await documentsOf(caseId)).find((each) => each.template === template);
  return county.deps.files.getBytes(document?.sha256 ?? '');
}

/** Left in $LOOK_AT_DOCUMENTS, for whoever wants to see what goes out. */
async function keepForTheEye(caseId: string, name: string): Promise<void> {
  const folder = process.env['LOOK_AT_DOCUMENTS'];
  if (folder === undefined) return;
  for (const { template, documentId } of await documentsOf(caseId)) {
    const file = join(folder, `${name}-${documentId}-${template}.pdf`);
    await writeFile(file, await pdfOf(caseId, template));
  }
}

describe('a construction permit', () => {
  let caseId: string;
  beforeAll(async () => {
    caseId = await walkToPermit(county);
    await county.act(caseId, 'zj-counter', (taskId) => ({
      type: 'ServeResult',
      taskId,
      method: 'counter',
      recipient: '欧阳晓雨',
    }));
    await county.produceAll(caseId);
    await keepForTheEye(caseId, 'permit');
  });

  test('every document of its life is issued, numbered by its kind, and sealed', async () => {
    const issued = await documentsOf(caseId);
    expect(issued.map(({ template, number }) => [template, number])).toEqual([
      ['material-receipt', '云住建许收字〔2026〕1号'],
      ['acceptance-notice', '云住建许受字〔2026〕1号'],
      ['licence-granted', '云住建许准字〔2026〕1号'],
      ['payment-notice', '云住建许缴字〔2026〕1号'],
      ['construction-permit', '云住建许字〔2026〕1号'],
      ['service-receipt', '云住建许送字〔2026〕1号'],
    ]);
    const anchors = await county.deps.seals.trustAnchors();
    for (const { sha256, sealedBy } of issued) {
      const verdict = await verifySealedPdf(
        await county.deps.files.getBytes(sha256 ?? ''),
        anchors,
      );
      expect(verdict).toMatchObject({ valid: true, signer: '云溪县住房和城乡建设局' });
      expect(sealedBy).toBe('云溪县住房和城乡建设局');
    }
  });

  test('the certificate is verified by pdfsig against the county’s root', async () => {
    const pdf = await pdfOf(caseId, 'construction-permit');
    const folder = await mkdtemp(join(tmpdir(), 'yichuang-nss-'));
    try {
      const [root] = await county.deps.seals.trustAnchors();
      await writeFile(join(folder, 'root.der'), root ?? '');
      runOnPdf('certutil', ['-N', '-d', folder, '--empty-password'], pdf);
      const trusted = ['-A', '-d', folder, '-n', 'root', '-t', 'CT,C,C'];
      runOnPdf('certutil', [...trusted, '-i', join(folder, 'root.der')], pdf);
      const said = runOnPdf('pdfsig', ['-nssdir', folder, '{pdf}'], pdf);
      expect(said).toContain('Signature is Valid');
      expect(said).toContain('Certificate is Trusted');
      expect(said).toContain('Total document signed');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('what is printed is what was filed, in the forms of official letters', async () => {
    const permit = textOf(await pdfOf(caseId, 'construction-permit'));
    for (const text of [
      '云住建许字〔2026〕1号',
      '云溪县青石家园一期',
      '框架结构，建筑面积12,500.5平方米',
      '32,000,000.00元',
      '2026年12月1日至2027年12月31日，共396日历天',
      '依法不实行监理',
    ]) {
      expect(permit).toContain(text);
    }
    expect(textOf(await pdfOf(caseId, 'acceptance-notice'))).toContain(
      '七个工作日内（至2026年12月2日止）作出决定，并承诺在五个工作日内办结',
    );
    const payment = textOf(await pdfOf(caseId, 'payment-notice'));
    expect(payment).toContain('每平方米20元');
    expect(payment).toContain('贰拾伍万零壹拾元整');
  });

  test('the check page finds it by number, identifier and check code', async () => {
    const { deps } = county;
    const byNumber = await checkCertificate(deps, '云住建许字[2026]1号');
    expect(byNumber).toMatchObject({
      number: '云住建许字〔2026〕1号',
      name: '建筑工程施工许可证',
      holder: '云溪县青石置业有限公司',
      issuer: '云溪县住房和城乡建设局',
      issuedOn: '2026-11-23',
      status: 'valid',
      isSealValid: true,
    });
    const certificateId = byNumber?.certificateId ?? '';
    expect(parseCertificateId(certificateId)).toMatchObject({ ok: true, serial: '2026000001' });
    expect(await checkCertificate(deps, certificateId.toLowerCase())).toEqual(byNumber);
    const [row] = await deps.db.query<{ check_code: string }>(
      'SELECT check_code FROM certificate WHERE certificate_id = $1',
      [certificateId],
    );
    expect(row?.check_code).toMatch(/^[34679ACDEFGHJKMNPQRTUVWXY]{12}$/u);
    expect(await checkCertificate(deps, row?.check_code ?? '')).toEqual(byNumber);
  });

  test('a letter is found by its check code alone, never by a number one could guess', async () => {
    const [row] = await county.deps.db.query<{ check_code: string }>(
      `SELECT n.check_code FROM document_number n WHERE n.number = '云住建许受字〔2026〕1号'`,
    );
    expect(await checkCertificate(county.deps, row?.check_code ?? '')).toMatchObject({
      name: '受理通知书',
      holder: '云溪县青石置业有限公司',
      isSealValid: true,
    });
    expect(await checkCertificate(county.deps, '云住建许受字〔2026〕1号')).toBeUndefined();
    expect(await checkCertificate(county.deps, 'NOSUCHCODE12')).toBeUndefined();
  });

  test('a document made twice is the same document, and its certificate one row', async () => {
    const before = await documentsOf(caseId);
    for (const { documentId } of before) await produceDocument(county.deps, caseId, documentId);
    expect(await documentsOf(caseId)).toEqual(before);
    const rows = await county.deps.db.query('SELECT 1 FROM certificate WHERE case_id = $1', [
      caseId,
    ]);
    expect(rows).toHaveLength(1);
  });
});

const LONGEST =
  '云溪县青山土家族苗族自治乡高山生态果蔬种植加工销售农民专业合作社联合社（普通合伙）';

describe('the longest names', () => {
  test('a permit stays on its one page with every field at its limit', async () => {
    const long = (length: number): string => LONGEST.repeat(3).slice(0, length);
    const caseId = await walkToPermit(county, {
      ...constructionForm,
      builder: long(80),
      projectName: long(100),
      projectAddress: long(100),
      surveyor: long(80),
      designer: long(80),
      contractor: long(80),
      isSupervisionRequired: true,
      supervisor: long(80),
      supervisorLead: '阿卜杜热合曼·麦麦提艾力·吐尔逊',
      remark: long(300),
    });
    await keepForTheEye(caseId, 'longest');
    const pdf = await pdfOf(caseId, 'construction-permit');
    expect(runOnPdf('pdfinfo', ['{pdf}'], pdf)).toMatch(/Pages:\s+1\n/u);
    expect(textOf(pdf)).toContain(long(300));
  });
});

describe('a construction permit that is refused', () => {
  test('corrections are asked for once, the denial names law and remedies', async () => {
    const caseId = await county.file('建筑工程施工许可', constructionForm);
    await county.act(caseId, 'zj-counter', (taskId) => ({
      type: 'RequestCorrection',
      taskId,
      items: [
        {
          materialId: 'funds',
          verdict: 'wrong',
          problem: '承诺书未加盖公章。',
          instruction: '加盖公章后重新拍照上传。',
        },
      ],
    }));
    await county.run(caseId, county.applicant, {
      type: 'SubmitCorrection',
      form: {},
      materials: filedMaterials(county.itemNamed('建筑工程施工许可'), constructionForm).filter(
        ({ materialId }) => materialId === 'funds',
      ),
    });
    await county.accept(caseId, 'zj-counter');
    await county.approve(caseId, 'zj-construction-head', 'zj-quality-head', 'zj-materials-head');
    await county.approve(caseId, 'zj-safety-head', 'zj-deputy-leader');
    await county.act(caseId, 'zj-leader', (taskId) => ({
      type: 'RejectTask',
      taskId,
      opinion: '现场已于11月20日开始基坑开挖\n没有经论证的专项施工方案；\n建设资金未落实。',
      basis: [{ law: '中华人民共和国建筑法', article: '第八条第一款第六项' }],
    }));
    await county.produceAll(caseId);
    await keepForTheEye(caseId, 'denied');
    const asked = textOf(await pdfOf(caseId, 'correction-notice'));
    expect(asked).toContain('承诺书未加盖公章');
    expect(asked).toContain('补正截止日期：2026年12月7日');
    const denial = textOf(await pdfOf(caseId, 'licence-denied'));
    expect(denial).toContain('经审查，现场已于11月20日开始基坑开挖。');
    expect(denial).toContain('一、没有经论证的专项施工方案。二、建设资金未落实。');
    expect(denial).toContain('不符合《中华人民共和国建筑法》第八条第一款第六项规定的条件');
    expect(denial).toContain('向云溪县人民政府申请行政复议');
    expect(denial).toContain('向云溪县人民法院提起行政诉讼');
  });

  test('what nobody looked at in time is accepted by law, and the letter says so', async () => {
    const { deps } = county;
    const caseId = await county.file('建筑工程施工许可', constructionForm);
    const before = county.now();
    county.setClock('2026-12-02T01:00:00.000Z');
    await county.run(caseId, { kind: 'system', rule: 'XK-BZ-5' }, { type: 'ApplyLapses' });
    await county.produceAll(caseId);
    county.setClock(before);
    const found = await deps.store.find(caseId);
    expect(found?.state).toMatchObject({ isDeemedAccepted: true, acceptedOn: '2026-11-23' });
    await keepForTheEye(caseId, 'deemed');
    expect(textOf(await pdfOf(caseId, 'acceptance-notice'))).toContain(
      '该申请自收到申请材料之日（2026年11月23日）起即为受理',
    );
  });
});

describe('whatever moment it dies at', () => {
  test('after the number: the next run finds it and gives no other', async () => {
    const { deps } = county;
    const caseId = await county.file('建筑工程施工许可', constructionForm);
    const broken = {
      ...deps,
      files: { ...deps.files, putBytes: () => Promise.reject(new Error('the disk is full')) },
    };
    await expect(produceDocument(broken, caseId, 'd1')).rejects.toThrow('the disk is full');
    const [given] = await deps.db.query<{ number: string }>(
      'SELECT number FROM document_number WHERE case_id = $1',
      [caseId],
    );
    await produceDocument(deps, caseId, 'd1');
    const [document] = await documentsOf(caseId);
    expect(document?.number).toBe(given?.number);
  });

  test('after the record: the next run makes the certificate’s row good', async () => {
    const { deps } = county;
    const caseId = await registered();
    const documents = await documentsOf(caseId);
    const certificate = documents.find(({ moment }) => moment === 'certificate');
    await county.database.owner.query('DELETE FROM certificate WHERE case_id = $1', [caseId]);
    expect(await checkCertificate(deps, certificate?.certificateId ?? '')).toBeUndefined();
    await produceDocument(deps, caseId, certificate?.documentId ?? '');
    expect(await checkCertificate(deps, certificate?.number ?? '')).toMatchObject({
      status: 'valid',
      isSealValid: true,
    });
  });

  test('two workers on one document: it is recorded once', async () => {
    const caseId = await county.file('个体工商户设立登记', registrationForm, '欧阳晓雨');
    await Promise.all([1, 2, 3].map(() => produceDocument(county.deps, caseId, 'd1')));
    const events = await county.deps.store.events(caseId);
    expect(events.filter(({ event }) => event.type === 'DocumentIssued')).toHaveLength(1);
  });
});

async function registered(): Promise<string> {
  const caseId = await county.file('个体工商户设立登记', registrationForm, '欧阳晓雨');
  await county.accept(caseId, 'sj-counter');
  await county.approve(caseId, 'sj-registrar');
  await county.produceAll(caseId);
  return caseId;
}

describe('an individual business', () => {
  test('its licence bears a new credit code that stands every check', async () => {
    const caseId = await registered();
    await keepForTheEye(caseId, 'business');
    const certificate = (await documentsOf(caseId)).find((each) => each.moment === 'certificate');
    expect(parseCreditCode(certificate?.number ?? '')).toMatchObject({
      ok: true,
      registrar: '9',
      category: '2',
      regionCode: '999921',
    });
    const text = textOf(await pdfOf(caseId, 'business-licence'));
    expect(text).toContain(certificate?.number);
    expect(text).toContain('个人经营');
    expect(text).not.toContain('110101');
  });
});

describe('a hygiene licence', () => {
  test('testing is told in writing, the licence expires after four years', async () => {
    const { deps } = county;
    const caseId = await county.file(
      '公共场所卫生许可（新证）',
      hygieneForm,
      '云溪县望溪宾馆有限公司',
    );
    await county.accept(caseId, 'wj-counter');
    await county.act(caseId, 'wj-inspector-1', () => ({
      type: 'StartSpecialProcedure',
      kind: 'testing',
      expectedDays: 10,
      reason: '客房用品和集中供水需要抽样，核实是否符合国家卫生标准。',
    }));
    await county.act(caseId, 'wj-inspector-1', () => ({
      type: 'EndSpecialProcedure',
      procedureId: 'p1',
      result: '合格',
    }));
    await county.act(caseId, 'wj-leader', () => ({
      type: 'ExtendLimit',
      days: 5,
      reason: '检测样品较多，报告需要复核。',
    }));
    await county.approve(caseId, 'wj-inspector-1', 'wj-inspector-2', 'wj-review-head', 'wj-leader');
    await county.produceAll(caseId);
    await keepForTheEye(caseId, 'hygiene');
    expect(textOf(await pdfOf(caseId, 'special-procedure-notice'))).toContain(
      '所需时间：十个工作日，自2026年11月23日开始',
    );
    expect(textOf(await pdfOf(caseId, 'extension-notice'))).toMatch(
      /经云溪县卫生健康局负责人批准，办理期限延长五个工作日，延长后的期限至2026年12月28日止/u,
    );
    const certificate = (await documentsOf(caseId)).find((each) => each.moment === 'certificate');
    const number = certificate?.number ?? '';
    expect(textOf(await pdfOf(caseId, 'hygiene-licence'))).toContain(
      '2026年11月23日至2030年11月22日',
    );
    expect(await checkCertificate(deps, number)).toMatchObject({ status: 'valid' });
    const atEnd = { ...deps, clock: { now: () => '2030-11-22T16:00:00.000Z' as never } };
    expect(await checkCertificate(atEnd, number)).toMatchObject({
      status: 'expired',
      isSealValid: true,
    });
  });
});

describe('numbers', () => {
  test('forty at once on one series run from 1 to 40 without gap or collision', async () => {
    const series = { counter: 'number:试字〔2026〕', write: (n: number) => `试字〔2026〕${n}号` };
    const given = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        numberDocument(
          county.deps.db,
          {
            tenantId: county.deps.tenantId,
            caseId: '00000000-0000-4000-9000-000000000000',
            documentId: `d${i % 20}-${i < 20 ? 'a' : 'b'}`,
          },
          series,
          county.now(),
        ),
      ),
    );
    const numbers = given.map(({ number }) => Number(/\d+(?=号)/u.exec(number)?.[0]));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(new Set(given.map(({ checkCode }) => checkCode)).size).toBe(40);
  });
});

describe('a preview', () => {
  test('shows the letter of an act not done: no number, no seal, no trace', async () => {
    const { deps } = county;
    const caseId = await county.file('个体工商户设立登记', registrationForm, '欧阳晓雨');
    const found = await deps.store.find(caseId);
    const taskId = Object.keys(found?.state.marking.tasks ?? {})[0] ?? '';
    const command = {
      type: 'RefuseAcceptance',
      taskId,
      ground: 'not-competent',
      reason: '经营场所不在本县行政区域内。',
      basis: { law: '中华人民共和国行政许可法', article: '第三十二条第一款第二项' },
    } as const;
    const preview = await previewDocument(deps, caseId, command, county.actorIn('sj-counter'));
    if (!preview.ok || preview.pdf === undefined) throw new Error('there is a preview');
    const text = textOf(preview.pdf);
    expect(text).toContain('预览');
    expect(text).toContain('不予受理决定书');
    expect(text).toContain('经审查，经营场所不在本县行政区域内。');
    expect(await verifySealedPdf(preview.pdf, [])).toMatchObject({ problem: 'not-sealed' });
    expect((await deps.store.find(caseId))?.state).toEqual(found?.state);
  });

  test('passes refusals on, and is empty where the act issues nothing', async () => {
    const caseId = await county.file('个体工商户设立登记', registrationForm, '欧阳晓雨');
    const found = await county.deps.store.find(caseId);
    const taskId = Object.keys(found?.state.marking.tasks ?? {})[0] ?? '';
    const accept = { type: 'AcceptCase', taskId, opinion: '' } as const;
    const actor = county.actorIn('sj-counter');
    expect(await previewDocument(county.deps, caseId, accept, actor)).toMatchObject({
      ok: false,
      refusals: [{ code: 'material-not-checked' }],
    });
    const check = { type: 'CheckMaterials', taskId, checks: [], paperReceived: [] } as const;
    expect(await previewDocument(county.deps, caseId, check, actor)).toEqual({ ok: true });
  });
});
