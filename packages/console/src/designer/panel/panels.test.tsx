import type { DesignDraftView } from '@yichuang/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { FlowNode, StepNode } from '@yichuang/kernel/flow';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { constructionPermit } from '../../examples/item.examples.ts';
import { LocaleContext } from '../../session/use-locale.ts';
import { translator, type Locale } from '../../texts/locale.ts';
import { changeBranch } from '../model/edit-tree.ts';
import { context, purchase, step } from '../model/flow.examples.ts';
import type { Chosen } from '../model/neighbour.ts';
import type { Design } from '../use-design.ts';
import { WorkbenchContext, type Workbench } from '../workbench-context.ts';
import { designWords } from '../words.ts';
import { ChosenPanel } from './ChosenPanel.tsx';

const several: StepNode = { ...step('s', '会办', ['a', 'b']), limit: { amount: 3, unit: 'WD' } };
const nodes: Readonly<Record<string, FlowNode>> = {
  one: several,
  any: { ...several, agreement: { rule: 'any', rejectCounts: 'when-all' } },
  all: { ...several, agreement: { rule: 'all', rejectCounts: 'at-once' } },
  vote: { ...several, agreement: { rule: 'vote', share: 0.6, isStrict: true } },
  special: {
    ...several,
    opinion: 'required',
    onReject: { then: 'continue' },
    policies: {
      samePerson: 'skip',
      applicantHolds: { then: 'post', post: 'a' },
      nobody: { post: 'b' },
      timeOut: { then: 'approve' },
    },
    form: { write: ['buildingArea'], hide: ['mobile'] },
    riskPoint: { level: 'high', measure: '双人办理' },
  },
  filing: { ...step('s', '发起', []), duty: 'filing' },
  parts: { kind: 'subcases', id: 's', name: '分办', parts: [{ id: 'p', itemCode: 'x', when: '' }] },
  copy: { kind: 'automatic', id: 's', name: '抄送', does: { action: 'copy', posts: ['a'] } },
  document: {
    kind: 'automatic',
    id: 's',
    name: '出文书',
    does: { action: 'issue-document', template: 'notice' },
  },
  fee: { kind: 'automatic', id: 's', name: '核定', does: { action: 'assess-fee' } },
  wait: { kind: 'wait', id: 's', name: '等待', until: 'time', limit: { amount: 2, unit: 'CD' } },
  message: { kind: 'wait', id: 's', name: '等消息', until: 'message' },
};

function panelOf(chosen: Chosen, flow: Workbench['flow'], locale: Locale): string {
  const t = translator(locale);
  const item = { ...constructionPermit, ...(flow === undefined ? {} : { flow }) };
  const view: DesignDraftView = {
    draftId: 'd',
    revision: 1,
    item,
    changedAt: '2026-11-22T06:00:00.000Z',
    changedBy: '高雅',
    problems: [],
    posts: [
      { id: 'a', name: '科长', orgId: 'o', orgName: '住建局', holders: ['乔明远'] },
      { id: 'b', name: '局长', orgId: 'o', orgName: '住建局', holders: [] },
    ],
    templates: [{ id: 'notice', name: '通知书' }],
    items: [{ code: 'x', name: '消防验收' }],
    organisations: [],
    themes: [],
    limitRules: [],
  };
  const nothing = () => undefined;
  const design: Design = {
    item,
    problems: [],
    save: { name: 'saved', at: view.changedAt },
    revision: 1,
    reserved: new Set(),
    canUndo: false,
    canRedo: false,
    change: nothing,
    undo: nothing,
    redo: nothing,
    flush: () => Promise.resolve(1),
    settle: () => Promise.resolve(),
  };
  const bench: Workbench = {
    view,
    design,
    lifecycle: 'licensing',
    words: designWords(view, item, t, locale),
    flow,
    editing: context,
    problems: [],
    chosen,
    choose: nothing,
    askRemoval: nothing,
    changeFlow: nothing,
    changeNode: nothing,
    changeBranch: nothing,
  };
  return renderToStaticMarkup(
    <LocaleContext value={{ locale, t, setLocale: nothing }}>
      <QueryClientProvider client={new QueryClient()}>
        <WorkbenchContext value={bench}>
          <ChosenPanel />
        </WorkbenchContext>
      </QueryClientProvider>
    </LocaleContext>,
  );
}

/** What is read, without the tags and what only those who hear the page are told. */
const readable = (html: string) => html.replace(/<[^>]*>/g, '');

describe.each<Locale>(['zh-CN', 'en'])('the panel in %s', (locale) => {
  it.each(Object.keys(nodes))('says a step of kind %s whole: no slot is left open', (kind) => {
    const node = nodes[kind];
    if (node === undefined) throw new Error(`no example ${kind}`);
    const flow = { main: { kind: 'sequence', id: 'm', name: 'm', children: [node] } } as const;
    const html = panelOf({ kind: 'node', nodeId: 's' }, flow, locale);
    expect(readable(html)).not.toMatch(/\{\w+\}/);
    expect(html).toContain(node.name);
  });

  it('reads a branch back as a sentence, and one for every other case', () => {
    const flow = changeBranch(purchase, 'amount', 'a', (each) => ({
      ...each,
      when: 'buildingArea > 5000',
    }));
    const branch = (branchId: string) =>
      panelOf({ kind: 'branch', splitId: 'amount', branchId }, flow, locale);
    const read = { 'zh-CN': '如果建筑面积大于 5,000 平方米', en: 'if 建筑面积 is above 5,000' };
    expect(readable(branch('a'))).toContain(read[locale]);
    expect(readable(branch('b'))).not.toMatch(/\{\w+\}/);
  });
});

it('a sentence keeps the order of words of its language around the same slots', () => {
  const flow = { main: several };
  const chinese = readable(panelOf({ kind: 'node', nodeId: 's' }, flow, 'zh-CN'));
  expect(chinese).toMatch(/由.*中.*在.*内/s);
});
