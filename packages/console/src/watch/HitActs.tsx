import type { WatchHitView } from '@yichuang/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { supervisionApi } from '../api/supervision.ts';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { useHotkeys } from '../ui/use-hotkeys.ts';

/** An order, a mark, or a reason why nothing follows. */
export function HitActs({ hit }: { readonly hit: WatchHitView }) {
  const { t } = useLocale();
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const navigate = useNavigate();
  useHotkeys(
    {
      o: () => void navigate({ to: '/supervision/orders/new', search: { hitId: hit.hitId } }),
    },
    hit.status === 'open',
  );
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['hit', hit.hitId] });
    await queries.invalidateQueries({ queryKey: ['hits'] });
  };
  const mark = useMutation({
    mutationFn: () => supervisionApi.mark(hit.hitId, !hit.isMarked),
    onSuccess: refresh,
  });
  const setAside = useMutation({
    mutationFn: () => supervisionApi.setAside(hit.hitId, reason.trim()),
    onSuccess: async () => {
      toast(t('watch.setAsideDone'));
      await refresh();
    },
  });
  return (
    <div className="hit-acts">
      {hit.status !== 'open' ? null : (
        <Link
          to="/supervision/orders/new"
          search={{ hitId: hit.hitId }}
          className="ant-btn ant-btn-primary hit-order"
          aria-keyshortcuts="o"
        >
          {t('watch.writeOrder')} <kbd className="only-keyboard">O</kbd>
        </Link>
      )}
      <Button loading={mark.isPending} onClick={() => mark.mutate()}>
        {t(hit.isMarked ? 'watch.unmark' : 'watch.mark')}
      </Button>
      {hit.status !== 'open' ? null : (
        <details className="desk-more">
          <summary>{t('watch.setAside')}</summary>
          <Field label={t('watch.setAsideReason')}>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={3}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <Button
            disabled={[...reason.trim()].length < 5}
            loading={setAside.isPending}
            onClick={() => setAside.mutate()}
          >
            {t('watch.setAside')}
          </Button>
        </details>
      )}
      {setAside.error === null ? null : <ProblemNotice error={setAside.error} />}
      {mark.error === null ? null : <ProblemNotice error={mark.error} />}
    </div>
  );
}
