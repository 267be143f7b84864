import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeCalendar, parseCalendarYear } from '../time/index.ts';
import { checkForm, computeForm, type FormData, type FormDefinition } from './index.ts';
import { plainDate } from '../time/index.ts';

const year = new URL('../../../../packs/statutes/calendar/2026.json', import.meta.url);
const calendar = makeCalendar([parseCalendarYear(JSON.parse(readFileSync(year, 'utf8')))]);

const leave: FormDefinition = {
  sections: [
    { id: 'leave', title: '请假', fields: ['kind', 'from', 'fromHalf', 'to', 'toHalf', 'days'] },
    { id: 'money', title: '费用', fields: ['fare', 'hotel', 'total'] },
  ],
  schema: {
    type: 'object',
    required: ['from', 'to', 'days'],
    properties: {
      kind: { type: 'string', title: '类别' },
      from: { type: 'string', title: '起', format: 'date' },
      to: { type: 'string', title: '止', format: 'date' },
      fromHalf: { type: 'string', title: '上下午', enum: ['am', 'pm'] },
      toHalf: { type: 'string', title: '上下午', enum: ['am', 'pm'] },
      days: {
        type: 'number',
        title: '天数',
        minimum: 0.5,
        'x-computed': {
          by: 'days',
          from: 'from',
          to: 'to',
          fromHalf: 'fromHalf',
          toHalf: 'toHalf',
          unit: 'WD',
          calendarDays: { field: 'kind', in: ['maternity'] },
        },
      },
      fare: { type: 'number', title: '车费' },
      hotel: { type: 'number', title: '住宿费' },
      total: { type: 'number', title: '合计', 'x-computed': { by: 'sum', of: ['fare', 'hotel'] } },
    },
  },
};
const days = (data: FormData): unknown => computeForm(leave, data, calendar)['days'];

describe('days of an absence', () => {
  it.each([
    ['one day', { from: '2026-11-23', to: '2026-11-23' }, 1],
    ['a morning', { from: '2026-11-23', to: '2026-11-23', toHalf: 'am' }, 0.5],
    ['an afternoon', { from: '2026-11-23', to: '2026-11-23', fromHalf: 'pm' }, 0.5],
    ['a day and a half', { from: '2026-11-23', fromHalf: 'pm', to: '2026-11-24' }, 1.5],
    ['over a weekend', { from: '2026-11-20', to: '2026-11-23' }, 2],
    ['over National Day', { from: '2026-09-30', to: '2026-10-08' }, 2],
    ['a half of a Sunday', { from: '2026-11-22', to: '2026-11-23', fromHalf: 'pm' }, 1],
    ['maternity, by the calendar', { kind: 'maternity', from: '2026-11-20', to: '2026-11-23' }, 4],
  ])('%s', (_name, data, expected) => {
    expect(days(data)).toBe(expected);
  });

  it.each([
    ['no last day', { from: '2026-11-23' }],
    ['the last day before the first', { from: '2026-11-24', to: '2026-11-23' }],
    ['not a day', { from: '2026-02-30', to: '2026-03-02' }],
    [
      'afternoon to morning',
      { from: '2026-11-23', to: '2026-11-23', fromHalf: 'pm', toHalf: 'am' },
    ],
    ['longer than any absence', { from: '1900-01-01', to: '2026-11-23' }],
  ])('%s has none, whatever was typed', (_name, data) => {
    expect(days({ ...data, days: 3 })).toBeUndefined();
  });

  it('on days off are none: the form’s own check says so', () => {
    const data = computeForm(leave, { from: '2026-11-21', to: '2026-11-22' }, calendar);
    expect(data['days']).toBe(0);
    const problems = checkForm(leave, data, { today: plainDate('2026-11-20') });
    expect(problems).toMatchObject([{ field: 'days', code: 'field-too-small' }]);
  });
});

describe('a sum', () => {
  it('is exact to the fen and replaces what was typed', () => {
    expect(computeForm(leave, { fare: 0.1, hotel: 0.2, total: 99 }, calendar)['total']).toBe(0.3);
  });

  it('of one given amount is that amount; of none there is none', () => {
    expect(computeForm(leave, { fare: 12 }, calendar)['total']).toBe(12);
    expect(computeForm(leave, { fare: 'twelve', total: 3 }, calendar)['total']).toBeUndefined();
  });
});

it('a form without computed fields is the same form', () => {
  const plain = { ...leave, schema: { ...leave.schema, properties: {} } };
  const data = { from: '2026-11-23' };
  expect(computeForm(plain, data, calendar)).toBe(data);
});
