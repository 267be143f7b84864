import { describe, expect, it } from 'vitest';
import {
  hotTopics,
  importReport,
  letterRow,
  ranking,
  statistics,
  unsolved,
} from '../examples/letter-reports.examples.ts';
import { htmlOf, wordsOf } from '../examples/page-text.examples.tsx';
import { ImportOutcome } from '../letter-office/ImportOutcome.tsx';
import { LetterTable } from '../letter-list/LetterTable.tsx';
import { linePoints, numberText, shareText } from './figures.ts';
import { HotTopicsView } from './HotTopics.tsx';
import { UnsolvedView } from './LongUnsolved.tsx';
import { RankingView } from './Ranking.tsx';
import { readReportSearch } from './report-search.ts';
import { StatisticsView } from './Statistics.tsx';

const NOW = '2026-11-22T02:00:00.000Z';

describe('reports on letters', () => {
  it('lead from a hot topic and from an area to the letters behind it', () => {
    const html = htmlOf(<HotTopicsView report={hotTopics} />);
    expect(html).toContain('href="/console/letters?ids=c1%2Cc2"');
    expect(html).toContain('href="/console/letters?ids=c1"');
    expect(wordsOf(<HotTopicsView report={hotTopics} />)).toContain('路灯不亮 青石路');
  });

  it('say why a letter is on the list of the unsolved', () => {
    const words = wordsOf(<UnsolvedView report={unsolved} />);
    expect(words).toContain('超期两天，且重办过一次');
    expect(words).toContain('45 | 2 | 1 | 1 |');
    const empty = { ...unsolved, rows: [] };
    expect(wordsOf(<UnsolvedView report={empty} />)).toContain('没有久拖未决');
  });

  it('show the formula of the ranking, and no share where there is nothing to divide', () => {
    const words = wordsOf(<RankingView report={ranking} />);
    expect(words).toContain('算法：按期 40%、质量 30%、满意 30%');
    expect(words).toContain('91.2 | 12 | 10 | 90% | — |');
  });

  it('give every plot as a table too, with names in words', () => {
    const words = wordsOf(<StatisticsView report={statistics} />);
    expect(words).toContain('按期率 | 95.5%');
    expect(words).toContain('满意率 | —');
    expect(words).toContain('投诉 | 80');
    expect(words).toContain('来信 | 30');
  });

  it('count an import before it is made, and show problems by row and column', () => {
    const words = wordsOf(<ImportOutcome report={importReport} />);
    expect(words).toContain('试运行完成');
    expect(words).toContain('4 | 时间 | 不是日期');
  });

  it('are in English where that is the reader’s language', () => {
    const parts = [
      <HotTopicsView key="topics" report={hotTopics} />,
      <UnsolvedView key="unsolved" report={unsolved} />,
      <RankingView key="ranking" report={ranking} />,
      <StatisticsView key="statistics" report={statistics} />,
      <ImportOutcome key="import" report={importReport} />,
      <LetterTable key="table" rows={[letterRow]} now={NOW} label="Letters" />,
    ];
    const data = JSON.stringify([hotTopics, unsolved, ranking, statistics, importReport]);
    const left = parts.flatMap((part) => htmlOf(part, 'en').match(/[\u4e00-\u9fff]+/g) ?? []);
    expect(left.filter((words) => !data.includes(words))).toEqual([]);
  });
});

describe('the list of letters', () => {
  it('says what is late, sensitive or of many, and how it was rated', () => {
    const words = wordsOf(<LetterTable rows={[letterRow]} now={NOW} label="来信" />);
    expect(words).toContain('已超期 2 个工作日');
    expect(words).toContain('敏感');
    expect(words).toContain('30 人');
    expect(words).toContain('不满意');
  });
});

describe('figures', () => {
  it('are shares in percent, numbers with one digit, lines within their box', () => {
    expect([shareText(1), shareText(0.9555), shareText(undefined)]).toEqual(['100%', '95.6%', '—']);
    expect([numberText(6.54), numberText(undefined)]).toEqual(['6.5', '—']);
    expect(linePoints([0, 4, 2], 96, 24)).toBe('0,24 48,0 96,12');
    expect(linePoints([3], 96, 24)).toBe('0,0');
    expect(linePoints([], 96, 24)).toBe('');
  });

  it('are of the period that the address names', () => {
    const search = { report: 'ranking', from: '2026-10-01', until: 'x', month: '2026-11' };
    expect(readReportSearch(search)).toEqual({
      report: 'ranking',
      from: '2026-10-01',
      month: '2026-11',
    });
    expect(readReportSearch({ report: 'gossip' })).toEqual({});
  });
});
