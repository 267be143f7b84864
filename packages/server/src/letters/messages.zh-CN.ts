import type { LetterTexts } from './letter-text-types.ts';

export const texts: LetterTexts = {
  nameless: '未留姓名',
  told: '{amount}{unit}内告知是否受理',
  answered: '{amount}{unit}内答复',
  answeredAfter: '自受理之日起{amount}{unit}内答复',
  and: '，',
  units: { WD: '个工作日', CD: '日' },
};
