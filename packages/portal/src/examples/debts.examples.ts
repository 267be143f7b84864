/** Documents that may come later, and a declaration in place of one. */
import type { ApplicantCaseView, DebtView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { ownCase } from './cases.examples.ts';
import { permit } from './items.examples.ts';

const basis = { law: '云溪县容缺受理办法（演示）', article: '第六条' };

/** The permit where one material may come later and another may be promised. */
export const lenientPermit: ItemDefinition = {
  ...permit,
  materials: permit.materials.map((material) =>
    material.id === 'contract'
      ? {
          ...material,
          necessity: 'deferrable',
          deferral: { days: 10, consequence: '到期未补交的，不能作出准予决定。', basis },
        }
      : material.id === 'safety-plan'
        ? {
            ...material,
            commitment: {
              text: '本单位承诺安全措施符合规定，愿意接受核查。',
              textEn: 'We declare that the safety measures meet the rules.',
              checkDays: 20,
              consequence: '核查不符合承诺的，依法撤销许可。',
              basis,
            },
          }
        : material,
  ),
};

export const owedContract: DebtView = {
  debtId: 'b1',
  kind: 'deferred-material',
  materialId: 'contract',
  name: '施工合同',
  status: 'owed',
  days: 5,
  dueOn: '2026-11-30',
  light: 'yellow',
  consequence: '到期未补交的，不能作出准予决定。',
};

export const debts: readonly DebtView[] = [
  owedContract,
  {
    ...owedContract,
    debtId: 'b2',
    kind: 'commitment',
    materialId: 'safety-plan',
    name: '安全措施',
    consequence: '核查不符合承诺的，依法撤销许可。',
  },
  { ...owedContract, debtId: 'b3', name: '图纸', status: 'supplied', note: '第一次交的看不清' },
];

export const owingCase: ApplicantCaseView = {
  ...ownCase,
  debts: [...debts],
  allowed: [...ownCase.allowed, { act: 'SupplyMaterials' }],
};

export const brokenPromise: ApplicantCaseView = {
  ...ownCase,
  debts: debts.map((debt) => ({ ...debt, status: 'broken' as const, note: '现场没有灭火器' })),
};
