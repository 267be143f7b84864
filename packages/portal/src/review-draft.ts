/** What was typed into the form of a review, and what is wrong with it. */
import type { ReviewBody, ReviewForm } from '@yichuang/contracts';
import type { PostedForm } from './posted-form.ts';

export interface ReviewDraft {
  readonly level?: number;
  readonly reasons: readonly string[];
  readonly comment: string;
  readonly isNamed: boolean;
  readonly name: string;
  readonly phone: string;
  readonly via: string;
}

export const emptyReview: ReviewDraft = {
  reasons: [],
  comment: '',
  isNamed: false,
  name: '',
  phone: '',
  via: '',
};

export function reviewDraft(posted: PostedForm): ReviewDraft {
  const level = Number(posted.text('level'));
  return {
    ...(Number.isInteger(level) && level >= 1 && level <= 5 ? { level } : {}),
    reasons: posted.all('reason'),
    comment: posted.text('comment'),
    isNamed: posted.text('named') === 'yes',
    name: posted.text('name'),
    phone: posted.text('phone'),
    via: posted.text('via'),
  };
}

const VIAS = ['sms', 'qr', 'paper'] as const;

/** Without styles reasons of other levels may be ticked too: what does not fit is left out. */
export function reviewBody(
  draft: ReviewDraft & { readonly level: number },
  form: Pick<ReviewForm, 'reasons'>,
): ReviewBody {
  const { level, comment, isNamed, name, phone } = draft;
  const fits = new Set(
    form.reasons.filter(({ levels }) => levels.includes(level)).map(({ code }) => code),
  );
  const via = VIAS.find((each) => each === draft.via);
  return {
    level,
    reasons: draft.reasons.filter((code) => fits.has(code)),
    comment,
    isNamed,
    ...(isNamed && name !== '' ? { name } : {}),
    ...(isNamed && phone !== '' ? { phone } : {}),
    ...(via === undefined ? {} : { via }),
  };
}
