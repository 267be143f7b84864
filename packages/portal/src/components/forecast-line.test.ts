import { describe, expect, it } from 'vitest';
import { ownCase } from '../examples/cases.examples.ts';
import { exampleContext } from '../examples/pages.examples.ts';
import { html } from '../html.ts';
import { forecastLine } from './forecast-line.ts';

const textOf = (forecast: typeof ownCase.forecast): string =>
  String(html`${forecastLine(exampleContext(), forecast)}`).replaceAll(/<[^>]*>/gu, '');

describe('what comes next', () => {
  it('is one sentence without what is open now, and says what is not certain', () => {
    expect(textOf(ownCase.forecast)).toBe(
      '接下来：专家评审（可能） → 领导决定 → 等待缴费 → 窗口发证。',
    );
  });

  it('is nothing where nothing is ahead', () => {
    expect(textOf([])).toBe('');
    expect(textOf(ownCase.forecast.filter(({ isOpen }) => isOpen))).toBe('');
  });
});
