import { useQuery } from '@tanstack/react-query';
import { lettersApi } from '../api/letters.ts';
import { useLocale } from '../session/use-locale.ts';
import { useSettled } from '../ui/use-settled.ts';
import { Findings } from './Findings.tsx';

interface AnswerCheckNoteProps {
  readonly caseId: string;
  readonly result: string;
  readonly facts: string;
}

const SETTLE_MS = 600;
/** Shorter is still being begun. */
const LEAST = 4;

/** What the check finds while somebody types; it advises, and the final check sees the same. */
export function AnswerCheckNote({ caseId, result, facts }: AnswerCheckNoteProps) {
  const { t } = useLocale();
  const text = useSettled(result.trim(), SETTLE_MS);
  const said = useSettled(facts.trim(), SETTLE_MS);
  const check = useQuery({
    queryKey: ['answer-check', caseId, text, said],
    queryFn: ({ signal }) =>
      lettersApi.checkAnswer(
        caseId,
        { result: text, ...(said === '' ? {} : { facts: said }) },
        signal,
      ),
    enabled: text.length >= LEAST,
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { findings = [], unanswered = [] } = text.length >= LEAST ? (check.data ?? {}) : {};
  return (
    <div className="answer-check" role="status" aria-live="polite">
      {check.isSuccess && findings.length + unanswered.length === 0 && text.length >= LEAST ? (
        <p className="ready">{t('answerCheck.clean')}</p>
      ) : null}
      <Findings findings={findings} />
      {unanswered.length === 0 ? null : (
        <div className="notice notice-soft">
          <p className="notice-title">{t('answerCheck.unanswered')}</p>
          <ul>
            {unanswered.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
