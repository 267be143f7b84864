import { Button } from 'antd';
import { useState } from 'react';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice, sentenceOf } from '../ui/ProblemNotice.tsx';
import type { Design } from './use-design.ts';

/** "已保存 14:03", or what has to be done for it to be saved. */
export function SaveLine({ design }: { readonly design: Design }) {
  const { t, locale } = useLocale();
  const { save } = design;
  return (
    <span className="save-line quiet" role="status">
      {save.name === 'saved' ? (
        <span title={formatAt(save.at, locale)}>
          {t('designer.saved', { at: formatAt(save.at, locale).slice(-5) })}
        </span>
      ) : null}
      {save.name === 'changed' || save.name === 'saving' ? t('designer.saving') : null}
      {save.name === 'failed' ? (
        <>
          <span className="save-failed" title={sentenceOf(save.error, t)}>
            {t('designer.saveFailed')}
          </span>
          <Button size="small" onClick={() => void design.flush()}>
            {t('state.retry')}
          </Button>
        </>
      ) : null}
      {save.name === 'conflict' ? t('designer.notSaved') : null}
    </span>
  );
}

/** Somebody else saved the same draft: nothing is lost until a person has chosen. */
export function ConflictNotice({ design }: { readonly design: Design }) {
  const { t } = useLocale();
  const [isSettling, setIsSettling] = useState(false);
  const [error, setError] = useState<unknown>();
  if (design.save.name !== 'conflict') return null;
  const settle = async (whose: 'mine' | 'theirs') => {
    setIsSettling(true);
    try {
      await design.settle(whose);
    } catch (caught) {
      setError(caught);
    } finally {
      setIsSettling(false);
    }
  };
  return (
    <ProblemNotice error={error ?? design.save.error}>
      <p className="panel-acts">
        <Button loading={isSettling} onClick={() => void settle('theirs')}>
          {t('designer.takeTheirs')}
        </Button>
        <Button danger loading={isSettling} onClick={() => void settle('mine')}>
          {t('designer.keepMine')}
        </Button>
      </p>
      <p className="quiet">{t('designer.takeTheirsLead')}</p>
    </ProblemNotice>
  );
}
