import { table } from '../markdown-table.ts';
import type { QuarterResult } from './score.ts';
import type { QuarterPlan } from './simulate.ts';

export interface QuarterRun extends QuarterPlan, QuarterResult {
  readonly on: string;
  readonly seconds: number;
}

/** Precision and recall for docs/supervision.md. */
export function quarterText(run: QuarterRun): string {
  const rows = run.scores.map((score) => [
    `\`${score.misconduct}\``,
    score.of,
    score.rules.join(', '),
    count(score.isTrue),
    count(score.found),
    share(score.found - score.wrong.length, score.found),
    share(score.isTrue - score.missed.length, score.isTrue),
  ]);
  const head = ['Misconduct', 'by', 'rules', 'true', 'found', 'precision', 'recall'];
  return `${count(run.cases)} cases of ${run.departments} departments, ${count(run.events)} events,
seed ${run.seed}, on ${run.on}: ${count(run.hits)} hits of all rules.

${table(head, rows)}
`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

const [FROM, TO] = ['<!-- quarter: begin -->', '<!-- quarter: end -->'];

/** The document with this section in place of the one that it has. */
export function withQuarter(document: string, run: QuarterRun): string {
  const [from, to] = [document.indexOf(FROM), document.indexOf(TO)];
  if (from < 0 || to < from) throw new Error(`no place for the quarter: ${FROM} … ${TO}`);
  return `${document.slice(0, from)}${FROM}\n\n${quarterText(run)}\n${document.slice(to)}`;
}
