import type { StaffLetterView } from '@yichuang/contracts';
import { useLocale } from '../session/use-locale.ts';

type FindingsOf = NonNullable<StaffLetterView['draft']>['findings'];

/** Why an answer is flagged: each reason with the words that it is about. */
export function Findings({ findings }: { readonly findings: FindingsOf }) {
  const { t } = useLocale();
  if (findings.length === 0) return null;
  return (
    <div className="notice notice-soft findings">
      <p className="notice-title">{t('answerCheck.flagged', { n: findings.length })}</p>
      <ul>
        {findings.map(({ code, text, quote }) => (
          <li key={`${code} ${quote}`}>
            {text}
            {quote === '' ? null : <q className="finding-quote">{quote}</q>}
          </li>
        ))}
      </ul>
    </div>
  );
}
