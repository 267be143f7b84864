import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  findLimitRule,
  PackDataError,
  parseCalendarYear,
  parseLimitRules,
  parseLimitTerms,
} from './index.ts';

const file = new URL('../../../../packs/statutes/limits.json', import.meta.url);
const limits: unknown = JSON.parse(readFileSync(file, 'utf8'));

/** The ids of laws.md §13, row by row, as a case, a document or a person may write them. */
const tableIds = `
  XK-BZ-5 XK-JD-20 XK-LB-45 XK-CS-20 XK-SD-10 XK-TZ-SQ5 XK-TZ-ZZ20 XK-TZ-7 XK-YX-30 XK-YX-SP
  XK-CN SC-3 ZW-WS-1 ZW-RQ XF-DJ-15 XF-GZ-15 XF-YY-5 XF-BJ-60 XF-FCSQ-30 XF-FC-30 XF-FHSQ-30
  XF-FH-30 XF-JY-SL3 XF-JY-BJ10 XX-ZD-20 XX-BZ-7 XX-BZQ XX-DF-20 XX-SF-15 XX-GT-15 XX-JF-20
  XX-NB-0131 XX-NB-0331 HC-LX-1 HC-ZG WZ-ZB-1 WZ-7 WZ-15 WZ-3M JC-3 RX-5 RX-TH2 WZ-SY-14
  WZ-LM-14 WZ-LM-6M CF-15 CF-2a CF-2b JC-TS-5 LOG-6M PIA-3Y PJ-5Y
`
  .trim()
  .split(/\s+/);

describe('limits.json', () => {
  const rules = parseLimitRules(limits);

  test.each(tableIds)('%s is there with its basis', (id) => {
    const rule = findLimitRule(rules, id);
    expect(rule?.basis.law).toBeTruthy();
    expect(rule?.triggerName).toBeTruthy();
  });

  test('every rule of national law quotes the law', () => {
    const silent = rules.filter((rule) => rule.level === 'L' && rule.basis.text === undefined);
    expect(silent.map((rule) => rule.id)).toEqual([]);
  });

  test('every reason and approver has a Chinese name', () => {
    const terms = parseLimitTerms(limits);
    expect(terms.suspensionReasons['hearing']).toBe('听证');
    expect(terms.approvers['agency-head']).toBe('本机关、单位负责人');
  });

  test('licensing excludes the eight procedures of article 45, petitions at recheck', () => {
    expect(findLimitRule(rules, 'XK-JD-20')?.suspendedBy).toHaveLength(8);
    const petitions = rules.filter((rule) => rule.id.startsWith('XF-') && rule.suspendedBy.length);
    expect(petitions.map((rule) => rule.id)).toEqual(['XF-FH-30']);
  });

  test('an unknown id finds nothing', () => {
    expect(findLimitRule(rules, 'XK-0')).toBeUndefined();
  });
});

describe('a broken limits file is refused, naming the element', () => {
  const good = {
    id: 'T',
    name: 'test',
    basis: { law: 'law', article: '1' },
    trigger: 'start',
    amount: 5,
    unit: 'WD',
    direction: 'forward',
    suspendedBy: [],
    roll: 'none',
    onExpiry: 'overdue',
    level: 'L',
  };
  const at = 'limits.rules[0]';

  test.each([
    [{ unit: 'days' }, `${at}.unit: must be one of WD, CD, MONTH, DATE, not "days"`],
    [{ amount: -1 }, `${at}.amount: must be a whole number of at least 0, not -1`],
    [{ amount: '5' }, `${at}.amount: must be a whole number of at least 0, not "5"`],
    [{ basis: undefined }, `${at}.basis: must be an object`],
    [{ basis: { law: 'law' } }, `${at}.basis.article: must be a text, not absent`],
    [{ name: ' ' }, `${at}.name: must be a text, not " "`],
    [{ onExpiry: 'explode' }, `${at}.onExpiry: must be one of`],
    [{ suspendBy: [] }, `${at}.suspendBy: is not a known field`],
    [{ suspendedBy: [3] }, `${at}.suspendedBy[0]: must be a text, not 3`],
    [{ roll: 'strict-and-rolled' }, `${at}.roll: only calendar days`],
    [{ unit: 'DATE' }, `${at}.amount: must be 0`],
    [{ fixedDate: '01-31' }, `${at}.fixedDate: belongs to unit DATE only`],
    [{ unit: 'DATE', amount: 0, fixedDate: '02-29' }, `${at}.fixedDate: no such day in every`],
    [{ unit: 'CD', citizenRight: true }, `${at}.roll: a citizen's right must roll`],
    [{ citizenRight: 'yes' }, `${at}.citizenRight: must be true or false, not "yes"`],
    [{ warnShare: 1 }, `${at}.warnShare: must be a share`],
    [{ extension: { approver: 'x', maximum: 3 } }, `${at}.extension.maximum: is not a known`],
  ])('%j', (change, message) => {
    const read = (): unknown => parseLimitRules({ rules: [{ ...good, ...change }] });
    expect(read).toThrow(PackDataError);
    expect(read).toThrow(message);
  });

  test('an id or alias used twice', () => {
    const twice = {
      rules: [
        { ...good, aliases: ['U'] },
        { ...good, id: 'U' },
      ],
    };
    expect(() => parseLimitRules(twice)).toThrow('limits.rules[1].id: U is already rules[0]');
  });

  test('a reason or approver without a name', () => {
    const terms = { suspensionReasons: {}, approvers: {} };
    const reason = { terms, rules: [{ ...good, suspendedBy: ['hearing'] }] };
    expect(() => parseLimitTerms(reason)).toThrow('hearing has no name in terms');
    const approver = { terms, rules: [{ ...good, extension: { approver: 'head' } }] };
    expect(() => parseLimitTerms(approver)).toThrow('head has no name in terms');
  });

  test.each([[null], [[]], [{}], [{ rules: {} }]])('%j is no file of limits', (json) => {
    expect(() => parseLimitRules(json)).toThrow(PackDataError);
  });
});

describe('a broken calendar is refused, naming the year and the element', () => {
  const day = { name: '元旦', date: '2027-01-01', isOffDay: true };
  const good = { year: 2027, papers: ['notice'], days: [day] };

  test.each([
    [{ papers: [] }, 'calendar 2027.papers: names no official notice'],
    [{ days: [] }, 'calendar 2027.days: has no day off'],
    [{ year: '2027' }, 'calendar.year: must be a whole number'],
    [{ days: [day, { ...day }] }, 'calendar 2027.days[1]: is twice'],
    [{ days: [{ ...day, date: '2027-02-30' }] }, 'days[0].date: no such day: 2027-02-30'],
    [{ days: [{ ...day, date: '2026-11-30' }] }, '2026-11-30 is not of the year 2027'],
    [{ days: [{ ...day, date: '2028-01-01' }] }, '2028-01-01 is not of the year 2027'],
    [{ days: [{ ...day, isOffDay: 1 }] }, 'days[0].isOffDay: must be true or false, not 1'],
  ])('%j', (change, message) => {
    const read = (): unknown => parseCalendarYear({ ...good, ...change });
    expect(read).toThrow(PackDataError);
    expect(read).toThrow(message);
  });

  test('the break may begin in the December before', () => {
    const days = [{ ...day, date: '2026-12-31' }, day];
    expect(parseCalendarYear({ ...good, days }).offDays).toEqual(['2026-12-31', '2027-01-01']);
  });
});
