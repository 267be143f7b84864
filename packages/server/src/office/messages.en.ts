import type { RefusalText } from '../platform/refusal.ts';
import type { OfficeRefusalCode } from './refusal-code.ts';

export const refusalTexts: Readonly<Record<OfficeRefusalCode, RefusalText>> = {
  'post-required': {
    detail: 'You hold no post today, so nobody would know whose head has to agree.',
    nextStep: 'Ask the administrator to give you your post.',
  },
  'office-drafts-too-many': {
    detail: 'You already keep {most} drafts.',
    nextStep: 'Send or delete some of them first.',
  },
};
