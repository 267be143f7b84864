import { randomBytes } from 'node:crypto';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { FlowDefinition, StepNode } from '@yichuang/kernel/flow';
import type { FormDefinition } from '@yichuang/kernel/form';
import { blankTexts } from './blank-item.messages.ts';

export interface BlankWish {
  readonly code?: string;
  readonly name: string;
  readonly orgId: string;
  readonly lifecycle: 'internal' | 'licensing';
}

/** A new item with the least that can be drawn; what law still asks for, its problems say. */
export function blankItem(wish: BlankWish, flow?: FlowDefinition): ItemDefinition {
  const isInternal = wish.lifecycle === 'internal';
  const code = wish.code?.trim() ?? '';
  return {
    code: code === '' ? newCode(isInternal) : code,
    version: 1,
    ...(isInternal && { lifecycle: 'internal' as const }),
    name: wish.name,
    summary: wish.name,
    orgId: wish.orgId,
    taskType: isInternal ? '' : '01',
    audiences: isInternal ? [] : ['person'],
    themes: [],
    handlingMode: 'committed',
    isOnline: true,
    visits: 0,
    conditions: [],
    legalBasis: [],
    ...(!isInternal && { statutoryLimit: { ruleId: 'XK-JD-20', amount: 20 } }),
    correctionRule: isInternal ? '' : 'XK-BZ-5',
    serviceRule: isInternal ? '' : 'XK-SD-10',
    materials: [],
    form: blankForm(isInternal),
    fees: [],
    specialProcedures: [],
    flow: flow ?? (isInternal ? internalFlow() : licensingFlow()),
  };
}

/** Unique enough to begin with; an item of law gets its 实施编码 from the authority in charge. */
function newCode(isInternal: boolean): string {
  return `${isInternal ? 'office' : 'draft'}-${randomBytes(5).toString('hex')}`;
}

function blankForm(isInternal: boolean): FormDefinition {
  const { section, reason, applicant } = blankTexts;
  const [field, title] = isInternal ? ['reason', reason] : ['applicantName', applicant];
  return {
    sections: [{ id: 'application', title: section.zh, 'x-title-en': section.en, fields: [field] }],
    schema: {
      type: 'object',
      properties: {
        [field]: {
          type: 'string',
          title: title.zh,
          'x-title-en': title.en,
          maxLength: isInternal ? 500 : 100,
          ...(isInternal ? { format: 'multiline' as const } : { 'x-prefill': 'applicant.name' }),
        },
      },
      required: [field],
    },
  };
}

function step(id: keyof typeof blankTexts.steps, duty: StepNode['duty']): StepNode {
  const { zh, en } = blankTexts.steps[id];
  return { kind: 'step', id, name: zh, nameEn: en, duty, posts: [], agreement: { rule: 'one' } };
}

function internalFlow(): FlowDefinition {
  const { zh, en } = blankTexts.main;
  const children = [step('filing', 'filing'), step('approval', 'task')];
  return { main: { kind: 'sequence', id: 'main', name: zh, nameEn: en, children } };
}

function licensingFlow(): FlowDefinition {
  const { main, denied } = blankTexts;
  return {
    main: {
      kind: 'sequence',
      id: 'main',
      name: main.zh,
      nameEn: main.en,
      children: [
        step('intake', 'intake'),
        step('review', 'review'),
        { ...step('decision', 'decision'), onReject: { then: 'deny' } },
        step('delivery', 'delivery'),
      ],
    },
    denied: {
      kind: 'sequence',
      id: 'denied',
      name: denied.zh,
      nameEn: denied.en,
      children: [step('deniedDelivery', 'delivery')],
    },
  };
}
