import type { StaffLetterView } from '@yichuang/contracts';
import { formatAt } from '../format/format-day.ts';
import { Findings } from '../letters/Findings.tsx';
import { useLocale } from '../session/use-locale.ts';
import { AnswerText } from './Answers.tsx';

/** The answer that waits to be checked, with what was found in it. */
export function Draft({ letter }: { readonly letter: StaffLetterView }) {
  const { t, locale } = useLocale();
  const { draft } = letter;
  const isGiven = letter.answers.some(({ round }) => round === draft?.round);
  if (draft === undefined || isGiven) return null;
  return (
    <div className="draft-answer">
      <AnswerText answer={draft} title={t('letters.draft')} />
      <p className="quiet">
        {draft.by} · {formatAt(draft.at, locale)}
      </p>
      <Findings findings={draft.findings} />
    </div>
  );
}
