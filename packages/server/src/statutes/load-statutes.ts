import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  makeCalendar,
  parseCalendarYear,
  parseLimitRules,
  type Calendar,
  type LimitRule,
} from '@yichuang/kernel/time';
import type { AssessmentScheme, IndicatorDefinition } from '@yichuang/contracts';
import { parseIndicators, parseScheme } from './parse-indicators.ts';

/** National law as data: the same for every county of the country. */
export interface Statutes {
  readonly calendar: Calendar;
  readonly rules: readonly LimitRule[];
  readonly indicators: readonly IndicatorDefinition[];
  /** Weights and veto items until a county sets its own. */
  readonly assessment: AssessmentScheme;
}

export const statutesDirectory = join(import.meta.dirname, '../../../../packs/statutes');

/** @throws Error naming the file and the element when the data are not what they should be */
export async function loadStatutes(directory = statutesDirectory): Promise<Statutes> {
  const folder = join(directory, 'calendar');
  const names = (await readdir(folder)).filter((name) => /^\d{4}\.json$/u.test(name)).sort();
  const years = await Promise.all(
    names.map(async (name) => parseCalendarYear(await readJson(join(folder, name)))),
  );
  const rules = parseLimitRules(await readJson(join(directory, 'limits.json')));
  const indicators = parseIndicators(await readJson(join(directory, 'indicators.json')));
  const assessment = parseScheme(await readJson(join(directory, 'assessment.json')), indicators);
  return { calendar: makeCalendar(years), rules, indicators, assessment };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}
