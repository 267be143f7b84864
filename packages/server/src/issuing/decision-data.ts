import { chineseFen, type Fen } from '@yichuang/kernel/money';
import type { FeeLine } from '@yichuang/kernel/case';
import type { DocumentData } from '../documents/index.ts';
import { evaluateText } from './certificate-data.ts';
import {
  acceptedOn,
  APPROVAL_SEAL,
  causeOf,
  commonData,
  letterData,
  remediesData,
  shortLetterData,
  type DocumentFacts,
} from './document-facts.ts';
import { citation, citations, clause, grouped } from './official-text.ts';

const LICENSING_LAW = '中华人民共和国行政许可法';

/** 准予行政许可决定书. */
export function grantData(facts: DocumentFacts): DocumentData {
  const { item, state } = facts;
  const { certificate, place } = item;
  const own = item.legalBasis.filter(({ law }) => law !== LICENSING_LAW);
  const grant = certificate?.grant;
  return {
    ...commonData(facts),
    ...letterData(facts),
    ...remediesData(facts),
    acceptedOn: acceptedOn(facts),
    basis: citations(own.length > 0 ? own : item.legalBasis),
    grant: clause(
      grant === undefined
        ? `准予${state.applicant.name}的“${state.itemName}”申请`
        : evaluateText(facts, grant),
    ),
    ...(certificate === undefined ? {} : { certificate: { name: `《${certificate.name}》` } }),
    ...(certificate === undefined || place === undefined
      ? {}
      : { collection: collectionOf(facts, `${place.address}${place.counter ?? ''}`) }),
  };
}

function collectionOf({ item }: DocumentFacts, counter: string): string {
  const after = item.fees.length > 0 ? '按照缴费通知书缴清费用后，' : '';
  return `${after}请凭本决定书和经办人身份证件到${counter}领取，也可以选择邮寄送达或者下载电子证照`;
}

/**
 * 不予行政许可决定书. A reason of several lines states the facts first and then, line by line, why.
 * @basis 中华人民共和国行政许可法 第三十八条第二款: 应当说明理由，并告知申请人享有依法申请行政复议或者提起行政诉讼的权利。
 */
export function denialData(facts: DocumentFacts): DocumentData {
  const { reason, basis } = causeOf(facts, 'DecisionMade');
  const lines = reason
    .split('\n')
    .map(clause)
    .filter((line) => line !== '');
  const [first = '', ...rest] = lines;
  const stated = lines.length > 1;
  return {
    ...commonData(facts),
    ...letterData(facts),
    ...remediesData(facts),
    acceptedOn: acceptedOn(facts),
    facts: stated ? first : '该申请不符合法定条件、标准',
    reasons: stated ? rest : [first],
    basis: citations(basis.length > 0 ? basis : facts.item.legalBasis),
  };
}

/** 缴费通知书. The cashier finds the case by its number: that is the payment code here. */
export function paymentData(facts: DocumentFacts): DocumentData {
  const assessed = causeOf(facts, 'FeeAssessed');
  const { names, state } = facts;
  const adjustments = assessed.adjustments;
  return {
    ...commonData(facts, APPROVAL_SEAL),
    ...shortLetterData(facts),
    charges: chargesOf(assessed.lines, adjustments),
    total: assessed.amountFen,
    totalInWords: chineseFen(assessed.amountFen),
    paymentCode: state.number,
    payee: names.issuer,
    methods: '请凭缴款码（即办件编号）到政务服务中心收费窗口缴纳',
    consequence: '缴清费用后，本机关颁发许可证件',
  };
}

/** What is remitted stands in the row of its standard, so that the rows come to the total. */
function chargesOf(
  lines: readonly FeeLine[],
  adjustments: readonly {
    readonly standardId: string;
    readonly name: string;
    readonly amountFen: Fen;
    readonly basis: FeeLine['basis'];
  }[],
): DocumentData[] {
  return lines.map((line, i) => {
    const isLast = !lines.slice(i + 1).some((next) => next.standardId === line.standardId);
    const own = isLast ? adjustments.filter((each) => each.standardId === line.standardId) : [];
    const price = `每${line.unit}${grouped(line.unitFen / 100)}元`;
    return {
      name: line.name,
      standard: [price, ...own.map((each) => each.name)].join('；'),
      basis: [citation(line.basis), ...own.map((each) => citation(each.basis))].join('；'),
      quantity: `${grouped(line.quantity)}${line.unit}`,
      amount: own.reduce((sum, each) => sum + each.amountFen, Number(line.amountFen)),
    };
  });
}

const METHODS = {
  counter: '直接送达（窗口领取）',
  post: '邮寄送达',
  electronic: '电子送达',
} as const;

/** 送达回证: what was handed over, by whom, to whom. */
export function serviceData(facts: DocumentFacts): DocumentData {
  const { state, events, item, names } = facts;
  const served = causeOf(facts, 'ResultServed');
  const by = events.findLast(({ event }) => event === served)?.by.name ?? names.issuer;
  const isOther = served.recipient !== state.applicant.name;
  const place = {
    counter:
      item.place === undefined
        ? '政务服务中心'
        : `${item.place.address}${item.place.counter ?? ''}`,
    post: `按申请人确认的地址邮寄${served.trackingNumber === undefined ? '' : `，邮件号${served.trackingNumber}`}`,
    electronic: `${names.site}“我的办件”`,
  }[served.method];
  return {
    ...commonData(facts, APPROVAL_SEAL),
    addressee: state.applicant.name,
    itemName: state.itemName,
    documents: servedDocuments(facts),
    method: METHODS[served.method],
    place,
    servedBy: [by],
    receivedOn: served.servedOn,
    receivedBy: served.recipient,
    ...(isOther ? { relation: relationOf(facts, served.recipient) } : {}),
  };
}

function relationOf({ state }: DocumentFacts, recipient: string): string {
  if (recipient === state.contact.name) return '受送达人的经办人';
  return '代收，授权材料存卷';
}

/** The decision and the certificate; notices reached the applicant when they were issued. */
function servedDocuments({ state, names, item }: DocumentFacts): DocumentData[] {
  const results = Object.values(state.documents).filter(
    ({ moment }) => moment === 'granted' || moment === 'denied' || moment === 'certificate',
  );
  const rows = results.map(({ template, moment, number }) => ({
    name:
      (moment === 'certificate' ? item.certificate?.name : undefined) ??
      names.templates.get(template) ??
      template,
    ...(number === undefined ? {} : { number }),
  }));
  return rows.length > 0 ? rows : [{ name: item.resultName ?? item.name }];
}
