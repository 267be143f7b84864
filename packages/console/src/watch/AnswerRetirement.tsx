import type { WatchRetirement } from '@yichuang/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { supervisionApi } from '../api/supervision.ts';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';

interface AnswerRetirementProps {
  readonly ruleId: string;
  readonly proposal: NonNullable<WatchRetirement['proposal']>;
  /** The reader's own: somebody else agrees to it. */
  readonly needsAnother: boolean;
}

/** A proposal to retire the rule, to be agreed to by another or dropped. */
export function AnswerRetirement({ ruleId, proposal, needsAnother }: AnswerRetirementProps) {
  const { t, locale } = useLocale();
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: (isAgreed: boolean) =>
      isAgreed
        ? supervisionApi.agreeToRetirement(ruleId, proposal.seq)
        : supervisionApi.dropRetirement(ruleId),
    onSuccess: async (_done, isAgreed) => {
      toast(t(isAgreed ? 'watch.retireDone' : 'watch.retireDropped'));
      await queries.invalidateQueries({ queryKey: ['watch-rule', ruleId] });
      await queries.invalidateQueries({ queryKey: ['watch-rules'] });
    },
  });
  const { by, isOwn, reason, basis, at } = proposal;
  return (
    <section className="desk-more" aria-label={t('watch.retire')}>
      <h2>{t('watch.retire')}</h2>
      <p>{t('watch.retireBy', { by, at: formatAt(at, locale) })}</p>
      <p>{reason}</p>
      <p className="quiet">
        {basis.law} {basis.article}
      </p>
      {needsAnother ? <p className="notice notice-soft">{t('watch.retireWaits')}</p> : null}
      <div className="try-row try-lead">
        {needsAnother ? null : (
          <Button danger loading={answer.isPending} onClick={() => answer.mutate(true)}>
            {t('watch.retireAgree')}
          </Button>
        )}
        <Button disabled={answer.isPending} onClick={() => answer.mutate(false)}>
          {t(isOwn ? 'watch.retireTakeBack' : 'watch.retireRefuse')}
        </Button>
      </div>
      {answer.error === null ? null : <ProblemNotice error={answer.error} />}
    </section>
  );
}
