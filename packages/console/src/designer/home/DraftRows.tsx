import type { DesignDraftRow } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { formatAt } from '../../format/format-day.ts';
import { useLocale } from '../../session/use-locale.ts';

export function DraftRows({ drafts }: { readonly drafts: readonly DesignDraftRow[] }) {
  const { t, locale } = useLocale();
  if (drafts.length === 0) return <p className="designer-none">{t('designer.noDrafts')}</p>;
  return (
    <ul className="design-rows">
      {drafts.map((draft) => (
        <li key={draft.draftId}>
          <Link to="/designer/$draftId" params={{ draftId: draft.draftId }}>
            <span className="design-row-main">
              <strong>{draft.name}</strong>
              <span className="tag">{t(`designer.lifecycle.${draft.lifecycle}`)}</span>
              <span className="quiet line">
                {draft.orgName}
                {' · '}
                {draft.baseVersion === undefined
                  ? t('designer.newItem')
                  : t('designer.basedOn', { n: draft.baseVersion })}
              </span>
            </span>
            <span className="quiet">
              {t('designer.changed', {
                at: formatAt(draft.changedAt, locale),
                name: draft.changedBy,
              })}
            </span>
            <span className={draft.problemCount === 0 ? 'design-ready' : 'problem-mark'}>
              {draft.problemCount === 0
                ? t('designer.ready')
                : `▲ ${t('designer.problemCount', { n: draft.problemCount })}`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
