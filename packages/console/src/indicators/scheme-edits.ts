/** What a scheme lacks while it is written, and how its values are shown. Pure. */
import type { AssessmentScheme, IndicatorInfo, SchemeView } from '@yichuang/contracts';

export type SchemeLine = AssessmentScheme['lines'][number];
export type Veto = AssessmentScheme['vetoes'][number];
export type Grade = AssessmentScheme['grades'][number];
export type SchemeIndicator = SchemeView['indicators'][number];
export type SchemeProblem = 'flat' | 'weight' | 'unnamed' | 'order';

const PERCENT = 100;

/** Shares are typed in percent: 0.85 of a scheme is 85 in its field. */
export function typedValue(value: number, kind: IndicatorInfo['kind']): number {
  return kind === 'share' ? round(value * PERCENT) : value;
}

export function keptValue(typed: number, kind: IndicatorInfo['kind']): number {
  return kind === 'share' ? round(typed / PERCENT) : typed;
}

/** Off what binary fractions leave behind. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

export function lineProblem({ weight, zero, full }: SchemeLine): SchemeProblem | undefined {
  if (!(weight > 0 && weight <= PERCENT)) return 'weight';
  return zero === full ? 'flat' : undefined;
}

export function nameProblem({ name, nameEn }: Veto | Grade): SchemeProblem | undefined {
  return name.trim() === '' || nameEn.trim() === '' ? 'unnamed' : undefined;
}

export function gradeProblem(grades: readonly Grade[], place: number): SchemeProblem | undefined {
  const grade = grades[place];
  if (grade === undefined) return undefined;
  const above = grades[place - 1];
  const isBelow = above === undefined || grade.least < above.least;
  const isLast = place === grades.length - 1;
  return isBelow && (!isLast || grade.least === 0) ? nameProblem(grade) : 'order';
}

export function isWhole({ lines, vetoes, grades }: AssessmentScheme): boolean {
  return (
    lines.length > 0 &&
    lines.every((line) => lineProblem(line) === undefined) &&
    vetoes.every((veto) => nameProblem(veto) === undefined) &&
    grades.every((_, place) => gradeProblem(grades, place) === undefined)
  );
}

/** A line as it begins: what is better lies at the end that earns all. */
export function newLine({ id, kind, better }: SchemeIndicator): SchemeLine {
  const best = kind === 'share' ? 1 : 10;
  return better === 'lower'
    ? { indicator: id, weight: 5, zero: best, full: 0 }
    : { indicator: id, weight: 5, zero: 0, full: best };
}

/** A veto item has no name yet: what it is called is for who writes it. */
export function newVeto({ id, of }: SchemeIndicator, taken: readonly Veto[]): Veto {
  const isFree = (wanted: string) => taken.every((veto) => veto.id !== wanted);
  let free = id;
  for (let n = 2; !isFree(free); n += 1) free = `${id}-${n}`;
  return { id: free, name: '', nameEn: '', count: of, over: 0 };
}

/** Counts that can veto: of something of which less is better, such as overdue cases. */
export function vetoCounts(indicators: readonly SchemeIndicator[]): readonly SchemeIndicator[] {
  return indicators.filter(
    ({ better, kind, of }, i) =>
      better === 'lower' &&
      (kind === 'share' || kind === 'count') &&
      indicators.findIndex((one) => one.of === of && one.better === 'lower') === i,
  );
}

/** Grades keep their order; a new one stands above the last. */
export function withGrade(grades: readonly Grade[]): Grade[] {
  const last = grades.at(-1);
  const above = grades.at(-2)?.least ?? PERCENT;
  const added = { name: '', nameEn: '', least: Math.round(above / 2) };
  return last === undefined ? [{ ...added, least: 0 }] : [...grades.slice(0, -1), added, last];
}

export function replaced<T>(list: readonly T[], place: number, value: T): T[] {
  return list.map((one, i) => (i === place ? value : one));
}
