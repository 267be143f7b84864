import type { OfficeDraft } from '@yichuang/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { officeApi } from '../api/office.ts';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice, sentenceOf } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { ListTabs } from './ListTabs.tsx';

/** What was begun and not sent. */
export function DraftsPage() {
  const { t } = useLocale();
  const drafts = useQuery({ queryKey: ['office', 'drafts'], queryFn: officeApi.drafts });
  return (
    <Page title={t('lists.drafts')}>
      <ListTabs current="drafts" />
      {drafts.isError ? (
        <ProblemNotice error={drafts.error} onRetry={() => void drafts.refetch()} />
      ) : null}
      {drafts.data?.length === 0 ? (
        <div className="empty">
          <p className="empty-title">{t('lists.noDrafts')}</p>
          <p>
            <Link to="/start">{t('nav.start')}</Link>
          </p>
        </div>
      ) : null}
      <ul className="phone-list drafts-list" aria-label={t('lists.drafts')}>
        {(drafts.data ?? []).map((draft) => (
          <DraftRow key={draft.draftId} draft={draft} />
        ))}
      </ul>
    </Page>
  );
}

function DraftRow({ draft }: { readonly draft: OfficeDraft }) {
  const { t, locale } = useLocale();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => officeApi.removeDraft(draft.draftId),
    onSuccess: async () => {
      toast(t('lists.draftRemoved'));
      await queries.invalidateQueries({ queryKey: ['office', 'drafts'] });
      void queries.invalidateQueries({ queryKey: ['tasks', 'lists'] });
    },
    onError: (error: Error) => toast(sentenceOf(error, t)),
  });
  return (
    <li className="draft-row">
      <Link
        to="/start/$itemCode"
        params={{ itemCode: draft.itemCode }}
        search={{ draft: draft.draftId }}
        className="phone-row"
      >
        <span className="face" aria-hidden="true">
          {draft.itemName.slice(0, 1)}
        </span>
        <span className="phone-words">
          <span className="phone-title">{draft.title}</span>
          <span className="phone-line">{draft.line}</span>
          <span className="phone-line">
            {t('lists.savedAt', { at: formatAt(draft.savedAt, locale) })}
          </span>
        </span>
      </Link>
      <Button
        aria-label={t('lists.removeDraft', { title: draft.title })}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {t('lists.remove')}
      </Button>
    </li>
  );
}
