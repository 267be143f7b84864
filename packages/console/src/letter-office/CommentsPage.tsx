import type { CommentRow } from '@yichuang/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { lettersApi } from '../api/letters.ts';
import { formatAt } from '../format/format-day.ts';
import { LetterNav } from '../letter-list/LetterNav.tsx';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice, sentenceOf } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';

const STATUSES = ['pending', 'shown', 'hidden'] as const;
type Status = (typeof STATUSES)[number];

/** Public comments: a person looks at each. The word list points at words, it decides nothing. */
export function CommentsPage() {
  const { t } = useLocale();
  const queries = useQueryClient();
  const canJudge = useMay('letter:office');
  const [status, setStatus] = useState<Status>('pending');
  const comments = useQuery({
    queryKey: ['letter-comments', status],
    queryFn: () => lettersApi.comments(status),
    enabled: canJudge,
  });
  const judge = useMutation({
    mutationFn: (judged: { readonly commentId: string; readonly verdict: 'shown' | 'hidden' }) =>
      lettersApi.judgeComment(judged.commentId, judged.verdict),
    onSuccess: (_done, { verdict }) => {
      toast(t(`comments.done.${verdict}`));
      return queries.invalidateQueries({ queryKey: ['letter-comments'] });
    },
    onError: (error: Error) => toast(sentenceOf(error, t)),
  });
  if (!canJudge) return <Page title={t('comments.title')}>{t('state.noRight')}</Page>;
  return (
    <Page title={t('comments.title')} lead={t('comments.lead')}>
      <LetterNav />
      <div className="chips" role="group" aria-label={t('inbox.filters')}>
        {STATUSES.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={one === status}
            onClick={() => setStatus(one)}
          >
            {t(`comments.status.${one}`)}
          </button>
        ))}
      </div>
      {comments.isError ? (
        <ProblemNotice error={comments.error} onRetry={() => void comments.refetch()} />
      ) : null}
      {comments.isPending ? <ListSkeleton /> : null}
      {comments.data?.length === 0 ? (
        <div className="empty">
          <p>{t('comments.none')}</p>
        </div>
      ) : null}
      <ul className="comment-list">
        {(comments.data ?? []).map((comment) => (
          <li key={comment.commentId} className="paper">
            <Comment
              comment={comment}
              isBusy={judge.isPending}
              onJudge={(verdict) => judge.mutate({ commentId: comment.commentId, verdict })}
            />
          </li>
        ))}
      </ul>
    </Page>
  );
}

interface CommentProps {
  readonly comment: CommentRow;
  readonly isBusy: boolean;
  readonly onJudge: (verdict: 'shown' | 'hidden') => void;
}

export function Comment({ comment, isBusy, onJudge }: CommentProps) {
  const { t, locale } = useLocale();
  const { text, words, title, number, by, at, status } = comment;
  return (
    <>
      <p className="comment-text">{text}</p>
      {words.length === 0 ? null : (
        <p className="notice notice-soft">
          {t('comments.words', { words: words.join(t('list.comma')) })}
        </p>
      )}
      <p className="quiet">
        {by} · {formatAt(at, locale)} · {t('comments.on', { title })}{' '}
        <span className="tabular">{number}</span>
      </p>
      <div className="comment-acts">
        {status === 'shown' ? null : (
          <Button type="primary" disabled={isBusy} onClick={() => onJudge('shown')}>
            {t('comments.show')}
          </Button>
        )}
        {status === 'hidden' ? null : (
          <Button disabled={isBusy} onClick={() => onJudge('hidden')}>
            {t('comments.hide')}
          </Button>
        )}
      </div>
    </>
  );
}
