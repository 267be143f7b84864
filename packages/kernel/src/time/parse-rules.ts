import {
  type JsonRecord,
  PackDataError,
  readFlag,
  readList,
  readOneOf,
  readRecord,
  readText,
  readWhole,
} from './parse-json.ts';
import { isPlainDate } from './plain-date.ts';
import type { ExtensionRule, LegalBasis, LimitRule, LimitTerms } from './rule.ts';
import { EXPIRY_OUTCOMES, LIMIT_UNITS, RULE_LEVELS } from './rule.ts';

const RULE_FIELDS = [
  'id',
  'aliases',
  'name',
  'basis',
  'trigger',
  'triggerName',
  'amount',
  'amountFrom',
  'unit',
  'fixedDate',
  'direction',
  'suspendedBy',
  'extension',
  'roll',
  'citizenRight',
  'onExpiry',
  'onExpiryOptions',
  'level',
  'warnShare',
  'warnDays',
] as const satisfies readonly (keyof LimitRule)[];

/**
 * Reads limits.json, `{rules: [LimitRule]}`; further fields beside `rules` are for its readers.
 *
 * @throws PackDataError naming the element: a wrong or unknown field, an id or alias used twice, a
 * working-day rule that rolls, a fixed day on a rule that counts.
 */
export function parseLimitRules(json: unknown): LimitRule[] {
  const file = readRecord(json, 'limits');
  const rules = readList(file['rules'], 'limits.rules').map(readRule);
  const seen = new Map<string, number>();
  for (const [i, rule] of rules.entries()) {
    for (const name of [rule.id, ...(rule.aliases ?? [])]) {
      const first = seen.get(name);
      if (first !== undefined) {
        throw new PackDataError(`limits.rules[${i}].id`, `${name} is already rules[${first}]`);
      }
      seen.set(name, i);
    }
  }
  return rules;
}

/**
 * Reads the `terms` of limits.json: Chinese names of suspension reasons and approvers.
 *
 * @throws PackDataError when a rule mentions a reason or an approver that has no name.
 */
export function parseLimitTerms(json: unknown): LimitTerms {
  const rules = parseLimitRules(json);
  const terms = readRecord(readRecord(json, 'limits')['terms'], 'limits.terms');
  const suspensionReasons = readNames(terms, 'suspensionReasons');
  const approvers = readNames(terms, 'approvers');
  for (const [i, rule] of rules.entries()) {
    const reason = rule.suspendedBy.find((id) => suspensionReasons[id] === undefined);
    if (reason !== undefined) {
      throw new PackDataError(`limits.rules[${i}].suspendedBy`, `${reason} has no name in terms`);
    }
    const approver = rule.extension?.approver;
    if (approver !== undefined && approvers[approver] === undefined) {
      throw new PackDataError(`limits.rules[${i}].extension`, `${approver} has no name in terms`);
    }
  }
  return { suspensionReasons, approvers };
}

function readNames(terms: JsonRecord, field: string): Record<string, string> {
  const path = `limits.terms.${field}`;
  const entries = Object.entries(readRecord(terms[field], path));
  return Object.fromEntries(entries.map(([id, name]) => [id, readText(name, `${path}.${id}`)]));
}

function readRule(value: unknown, i: number): LimitRule {
  const path = `limits.rules[${i}]`;
  const row = readRecord(value, path, RULE_FIELDS);
  const has = (field: string): boolean => row[field] !== undefined;
  const rule: LimitRule = {
    id: readText(row['id'], `${path}.id`),
    name: readText(row['name'], `${path}.name`),
    basis: readBasis(row['basis'], `${path}.basis`),
    trigger: readText(row['trigger'], `${path}.trigger`),
    amount: readWhole(row['amount'], `${path}.amount`),
    unit: readOneOf(row['unit'], `${path}.unit`, LIMIT_UNITS),
    direction: readOneOf(row['direction'], `${path}.direction`, ['forward', 'backward'] as const),
    suspendedBy: readTexts(row['suspendedBy'], `${path}.suspendedBy`),
    roll: readOneOf(row['roll'], `${path}.roll`, ['strict-and-rolled', 'none'] as const),
    onExpiry: readOneOf(row['onExpiry'], `${path}.onExpiry`, EXPIRY_OUTCOMES),
    level: readOneOf(row['level'], `${path}.level`, RULE_LEVELS),
    ...(has('aliases') && { aliases: readTexts(row['aliases'], `${path}.aliases`) }),
    ...(has('triggerName') && { triggerName: readText(row['triggerName'], `${path}.triggerName`) }),
    ...(has('amountFrom') && { amountFrom: readAmountFrom(row['amountFrom'], path) }),
    ...(has('fixedDate') && { fixedDate: readFixedDate(row['fixedDate'], path) }),
    ...(has('extension') && { extension: readExtension(row['extension'], `${path}.extension`) }),
    ...(has('citizenRight') && {
      citizenRight: readFlag(row['citizenRight'], `${path}.citizenRight`),
    }),
    ...(has('onExpiryOptions') && {
      onExpiryOptions: readTexts(row['onExpiryOptions'], `${path}.onExpiryOptions`),
    }),
    ...(has('warnShare') && { warnShare: readShare(row['warnShare'], `${path}.warnShare`) }),
    ...(has('warnDays') && { warnDays: readWhole(row['warnDays'], `${path}.warnDays`) }),
  };
  checkSense(rule, path);
  return rule;
}

/** Combinations that each field alone allows and that no law means. */
function checkSense(rule: LimitRule, path: string): void {
  const rolls = rule.roll !== 'none';
  if (rolls && (rule.unit === 'WD' || rule.direction === 'backward')) {
    throw new PackDataError(`${path}.roll`, 'only calendar days counted forward can roll');
  }
  if (rule.unit === 'DATE' && rule.amount !== 0) {
    throw new PackDataError(`${path}.amount`, 'must be 0 for a fixed day');
  }
  if (rule.fixedDate !== undefined && rule.unit !== 'DATE') {
    throw new PackDataError(`${path}.fixedDate`, 'belongs to unit DATE only');
  }
  if (rule.citizenRight === true && rule.unit !== 'WD' && !rolls) {
    throw new PackDataError(`${path}.roll`, "a citizen's right must roll past days off");
  }
}

/** Reads a legal basis wherever a pack has one. @throws PackDataError naming the element. */
export function readBasis(value: unknown, path: string): LegalBasis {
  const row = readRecord(value, path, ['law', 'article', 'text', 'version']);
  return {
    law: readText(row['law'], `${path}.law`),
    article: readText(row['article'], `${path}.article`),
    ...(row['text'] !== undefined && { text: readText(row['text'], `${path}.text`) }),
    ...(row['version'] !== undefined && { version: readText(row['version'], `${path}.version`) }),
  };
}

function readExtension(value: unknown, path: string): ExtensionRule {
  const fields = ['approver', 'max', 'times', 'isNoticeRequired', 'basis'];
  const row = readRecord(value, path, fields);
  return {
    approver: readText(row['approver'], `${path}.approver`),
    ...(row['max'] !== undefined && { max: readWhole(row['max'], `${path}.max`) }),
    ...(row['times'] !== undefined && { times: readWhole(row['times'], `${path}.times`) }),
    ...(row['isNoticeRequired'] !== undefined && {
      isNoticeRequired: readFlag(row['isNoticeRequired'], `${path}.isNoticeRequired`),
    }),
    ...(row['basis'] !== undefined && { basis: readBasis(row['basis'], `${path}.basis`) }),
  };
}

function readTexts(value: unknown, path: string): string[] {
  return readList(value, path).map((entry, i) => readText(entry, `${path}[${i}]`));
}

function readAmountFrom(value: unknown, path: string): NonNullable<LimitRule['amountFrom']> {
  const sources = ['item-statutory', 'item-promised', 'configured'] as const;
  return readOneOf(value, `${path}.amountFrom`, sources);
}

function readFixedDate(value: unknown, path: string): string {
  const text = readText(value, `${path}.fixedDate`);
  // Read in a common year: a limit on 29 February would exist only in leap years.
  if (/^\d{2}-\d{2}$/.test(text) && isPlainDate(`2001-${text}`)) return text;
  throw new PackDataError(`${path}.fixedDate`, `no such day in every year: ${text}`);
}

function readShare(value: unknown, path: string): number {
  if (typeof value === 'number' && value >= 0 && value < 1) return value;
  throw new PackDataError(path, 'must be a share of at least 0 and below 1');
}
