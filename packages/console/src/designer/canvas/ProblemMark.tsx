import { useLocale } from '../../session/use-locale.ts';

/** Not red: red is kept for what is overdue. A triangle and a number need no colour at all. */
export function ProblemMark({ count }: { readonly count: number }) {
  const { t } = useLocale();
  return (
    <span className="problem-mark" title={t('designer.problemCount', { n: count })}>
      <span aria-hidden="true">▲</span> {t('designer.problemCount', { n: count })}
    </span>
  );
}
