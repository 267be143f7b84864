import type { ReviewWork } from '@yichuang/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { reviewsApi } from '../api/reviews.ts';
import { formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { Field } from '../ui/Field.tsx';
import { sentenceOf } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { ReviewHead } from './ReviewHead.tsx';
import { ReviewList } from './ReviewList.tsx';

/** Mended ones: each word is read by a person before everybody reads it. */
export function DoneReviews() {
  const { t } = useLocale();
  const query = useQuery({
    queryKey: ['review-work', 'done'],
    queryFn: () => reviewsApi.work('done'),
  });
  return (
    <ReviewList query={query} empty={t('reviews.noneDone')} idOf={(row) => row.reviewId}>
      {(work) => <DoneReview work={work} />}
    </ReviewList>
  );
}

function DoneReview({ work }: { readonly work: ReviewWork }) {
  const { t, locale } = useLocale();
  const { level, orgName, itemName, day, reasons, comment, verdict, secondLevel } = work;
  const second = textKey('reviews.level', String(secondLevel));
  return (
    <>
      <ReviewHead
        level={level}
        about={[itemName, orgName, formatDay(day, locale)]}
        reasons={reasons}
        comment={comment}
      />
      {verdict === undefined ? null : (
        <p className="notice notice-soft">
          {t(`reviews.verdict.${verdict}`)} {work.verdictReason}
        </p>
      )}
      {second === undefined ? null : <p>{t('reviews.second', { level: t(second) })}</p>}
      <PublishForm work={work} />
    </>
  );
}

function PublishForm({ work }: { readonly work: ReviewWork }) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const [comment, setComment] = useState(work.publicComment ?? '');
  const [reply, setReply] = useState(work.reply ?? '');
  const done = (text: string) => {
    toast(text);
    return queries.invalidateQueries({ queryKey: ['review-work'] });
  };
  const onError = (error: Error) => toast(sentenceOf(error, t));
  const publish = useMutation({
    mutationFn: () => reviewsApi.publish(work.reviewId, { comment, reply }),
    onSuccess: () => done(t('reviews.publishedNow')),
    onError,
  });
  const unpublish = useMutation({
    mutationFn: () => reviewsApi.unpublish(work.reviewId),
    onSuccess: () => done(t('reviews.takenBack')),
    onError,
  });
  return (
    <form
      className="review-publish"
      onSubmit={(event) => {
        event.preventDefault();
        publish.mutate();
      }}
    >
      <Field label={t('reviews.publicComment')} hint={t('reviews.publicCommentHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={500}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('reviews.publicReply')}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={1000}
            value={reply}
            onChange={(event) => setReply(event.target.value)}
          />
        )}
      </Field>
      <div className="comment-acts">
        <Button
          type="primary"
          htmlType="submit"
          loading={publish.isPending}
          disabled={reply.trim() === ''}
        >
          {t(work.isPublished ? 'reviews.publishAgain' : 'reviews.publish')}
        </Button>
        {work.isPublished ? (
          <Button loading={unpublish.isPending} onClick={() => unpublish.mutate()}>
            {t('reviews.unpublish')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
