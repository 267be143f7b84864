import { useLocale } from '../session/use-locale.ts';

/** What a suggestion rests on; nothing where nothing is known. */
export function WhyLine({ why }: { readonly why: readonly string[] }) {
  const { t } = useLocale();
  if (why.length === 0) return null;
  return <span className="why">{t('letters.why', { words: why.join(t('list.comma')) })}</span>;
}
