/** Items that the invented county decides on: six kinds of flow, each department's own copies. */
import type { ItemDefinition } from '../../packages/kernel/src/case/index.ts';
import type { FlowNode, StepNode } from '../../packages/kernel/src/flow/index.ts';
import { fen } from '../../packages/kernel/src/money/index.ts';

export const KINDS = [
  'plain',
  'two-reviews',
  'with-fee',
  'with-inspection',
  'on-the-spot',
  'side-by-side',
] as const;
export type Kind = (typeof KINDS)[number];

export const LISTED_FEN = 1200;
export const PROMISE_DAYS = 8;

const basis = { law: '中华人民共和国行政许可法', article: '第三十八条', version: '2019-04-23' };

function step(id: string, duty: StepNode['duty'], post: string, days?: number): StepNode {
  return {
    kind: 'step',
    id,
    name: id,
    duty,
    posts: [post],
    agreement: { rule: 'one' },
    ...(days === undefined ? {} : { limit: { amount: days, unit: 'WD' } }),
    ...(duty === 'review' ? { onReject: { then: 'continue' } } : {}),
  };
}

interface Crooked {
  /** The certificate is made out before the fee is paid. */
  readonly isCertifiedFirst: boolean;
  /** In fen; what the county's list has is {@link LISTED_FEN}. */
  readonly unitFen: number;
  readonly feeId: string;
}

/** @param org id of the department; its posts are `<org>/clerk` and so on */
export function itemOf(org: string, kind: Kind, crooked: Crooked): ItemDefinition {
  const post = (name: string): string => `${org}/${name}`;
  const isSpot = kind === 'on-the-spot';
  const pay: FlowNode = { kind: 'wait', id: 'payment', name: 'payment', until: 'payment' };
  const issue: FlowNode = {
    kind: 'automatic',
    id: 'issue',
    name: 'issue',
    does: { action: 'issue-certificate' },
  };
  const assess: FlowNode = {
    kind: 'automatic',
    id: 'assess',
    name: 'assess',
    does: { action: 'assess-fee' },
  };
  const reviews: readonly FlowNode[] = isSpot
    ? []
    : kind === 'two-reviews'
      ? [step('review', 'review', post('review'), 3), step('check', 'review', post('check'), 3)]
      : kind === 'side-by-side'
        ? [
            {
              kind: 'parallel',
              id: 'sides',
              name: 'sides',
              branches: [
                { id: 'a', node: step('review', 'review', post('review'), 4) },
                { id: 'b', node: step('check', 'review', post('check'), 4) },
              ],
            },
          ]
        : [step('review', 'review', post('review'), 4)];
  const paid = crooked.isCertifiedFirst ? [assess, issue, pay] : [assess, pay, issue];
  const children: readonly FlowNode[] = [
    step('intake', 'intake', post('clerk')),
    ...reviews,
    step('decision', 'decision', isSpot ? post('clerk') : post('leader'), isSpot ? undefined : 3),
    ...(kind === 'with-fee' ? paid : []),
    step('delivery', 'delivery', post('clerk')),
  ];
  return {
    code: `${org}-${kind}`,
    version: 1,
    name: kind,
    summary: '',
    orgId: org,
    taskType: '01',
    audiences: ['person'],
    themes: [],
    handlingMode: isSpot ? 'on-the-spot' : 'committed',
    isOnline: true,
    visits: 0,
    conditions: [],
    legalBasis: [basis],
    statutoryLimit: { ruleId: 'XK-JD-20', amount: 20 },
    committedLimit: { ruleId: 'XK-CN', amount: isSpot ? 1 : PROMISE_DAYS },
    correctionRule: 'XK-BZ-5',
    serviceRule: 'XK-SD-10',
    correctionDays: 10,
    materials: ['plan', 'deed', 'photo'].map((id) => ({
      id,
      name: id,
      necessity: 'required',
      carrier: 'both',
      source: 'applicant',
    })),
    form: {
      sections: [{ id: 's', title: 's', fields: ['name', 'area'] }],
      schema: {
        type: 'object',
        properties: {
          name: { type: 'string', title: 'name' },
          area: { type: 'number', title: 'area', minimum: 0 },
        },
        required: ['name', 'area'],
      },
    },
    fees:
      kind === 'with-fee'
        ? [
            {
              id: crooked.feeId,
              name: 'fee',
              kind: 'per-unit',
              unitFen: fen(crooked.unitFen),
              unit: 'm2',
              quantityField: 'area',
              basis,
            },
          ]
        : [],
    specialProcedures:
      kind === 'with-inspection'
        ? [{ kind: 'inspection', name: 'inspection', expectedDays: 5, basis }]
        : [],
    flow: {
      main: { kind: 'sequence', id: 'main', name: 'main', children },
      denied: {
        kind: 'sequence',
        id: 'denied',
        name: 'denied',
        children: [step('refusal-delivery', 'delivery', post('clerk'))],
      },
    },
    certificate: {
      typeCode: '11',
      name: 'certificate',
      template: 'certificate',
      series: 'S',
      holderField: 'name',
    },
    documents: { correction: 'correction', accepted: 'accepted', granted: 'granted' },
    remedies: { reconsideration: 'r', litigation: 'l' },
  };
}
