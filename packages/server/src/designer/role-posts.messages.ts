import type { Language } from '../platform/refusal.ts';

interface RoleTexts {
  /** By role; another role of a pack is shown as it is written there. */
  readonly roles: Readonly<Record<string, string>>;
  readonly own: string;
  readonly named: (field: string) => string;
}

export const roleTexts: Readonly<Record<Language, RoleTexts>> = {
  'zh-CN': {
    roles: {
      head: '负责人',
      deputy: '分管领导',
      leader: '主要领导',
      office: '办公室',
      finance: '财务',
    },
    own: '申请人所在单位',
    named: (field) => `表单“${field}”所选单位`,
  },
  en: {
    roles: {
      head: 'head',
      deputy: 'deputy leader',
      leader: 'leader',
      office: 'office',
      finance: 'finance',
    },
    own: 'the applicant’s unit',
    named: (field) => `the unit chosen in “${field}”`,
  },
};
