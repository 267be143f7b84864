import { parseArgs } from 'node:util';
import {
  civilDate,
  computeLimit,
  explainLimit,
  findLimitRule,
  isPlainDate,
  plainDate,
  type PlainDate,
  type Suspension,
} from '@yichuang/kernel/time';
import { systemClock } from '../platform/clock/index.ts';
import { loadStatutes } from '../statutes/index.ts';
import { CommandError } from './command-error.ts';

const usage =
  'yichuang due RULE --from YYYY-MM-DD [--suspend FROM/TO]… [--amount N] [--extend N] [--json]';

/**
 * `due RULE --from T [--suspend T/T]… [--extend N] --json`: when a limit ends, and why.
 * A suspension given here has the first reason that the rule accepts.
 */
export async function due(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      suspend: { type: 'string', multiple: true },
      extend: { type: 'string' },
      amount: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const { rules, calendar } = await loadStatutes();
  const rule = findLimitRule(rules, positionals[0] ?? '');
  if (rule === undefined) {
    const known = rules.map((each) => each.id).join(' ');
    throw new CommandError(`unknown rule "${positionals[0] ?? ''}"\n${usage}\nrules: ${known}`);
  }
  const from = dayOf(values.from, '--from');
  const suspensions = (values.suspend ?? []).map((text, i) => suspensionOf(text, i, rule));
  const input = {
    rule,
    from,
    calendar,
    suspensions,
    ...(values.amount === undefined ? {} : { amount: wholeOf(values.amount, '--amount') }),
    ...(values.extend === undefined
      ? {}
      : { extensions: [{ amount: wholeOf(values.extend, '--extend') }] }),
    asOf: civilDate(systemClock.now()),
  };
  const { dueOn, strictOn, rolledOn, provisional, missingYears } = computeLimit(input);
  const explain = explainLimit(input);
  if (values.json === true) {
    return JSON.stringify({ dueOn, strictOn, rolledOn, provisional, missingYears, explain });
  }
  const days = explain.map(
    (day) => `${day.date}  ${day.kind}${day.n === undefined ? '' : ` ${day.n}`}`,
  );
  const note = provisional ? `  provisional: no calendar for ${missingYears.join(', ')}` : '';
  return [`${rule.id} ${rule.name}: ${dueOn}${note}`, ...days].join('\n');
}

function dayOf(text: string | undefined, option: string): PlainDate {
  if (text !== undefined && isPlainDate(text)) return plainDate(text);
  throw new CommandError(`${option} needs a real day as YYYY-MM-DD, not "${text ?? ''}"\n${usage}`);
}

function wholeOf(text: string, option: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new CommandError(`${option} needs a whole number, not "${text}"\n${usage}`);
}

function suspensionOf(
  text: string,
  i: number,
  { id, suspendedBy }: { readonly id: string; readonly suspendedBy: readonly string[] },
): Suspension {
  const reason = suspendedBy[0];
  if (reason === undefined) throw new CommandError(`rule ${id} knows no suspension`);
  const [from, to] = text.split('/');
  const suspension = { id: `s${i + 1}`, from: dayOf(from, '--suspend'), reason };
  return to === undefined || to === '' ? suspension : { ...suspension, to: dayOf(to, '--suspend') };
}
