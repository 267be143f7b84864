import type { TrialMove, TrialView } from '@yichuang/contracts';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { trialApi } from '../api/trial.ts';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { useTrialAct } from './use-trial.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** Thirty moves a minute: lights turn one after the other, and the server has time in between. */
const PLAY_EVERY_MS = 2_000;
const PLAY_MOVE = { ms: Math.round((WEEK_MS * PLAY_EVERY_MS) / 60_000) };

/** Forward only: by hours and days, to the next light, or running before one's eyes. */
export function TrialClock({ view }: { readonly view: TrialView }) {
  const { t, locale } = useLocale();
  const [isPlaying, setIsPlaying] = useState(false);
  const move = useTrialAct(trialApi.move);
  const { now = '', figures, filling } = view;
  const isFilling = filling?.state === 'filling';
  const act = (wish: TrialMove) =>
    move.mutate(wish, {
      onSuccess: (moved) => toast(t('trial.moved', { at: formatAt(moved.now ?? now, locale) })),
    });
  const { mutate: playOn, isPending } = move;
  useEffect(() => {
    if (!isPlaying || isPending) return undefined;
    const next = window.setTimeout(
      () => playOn(PLAY_MOVE, { onError: () => setIsPlaying(false) }),
      PLAY_EVERY_MS,
    );
    return () => window.clearTimeout(next);
  }, [isPlaying, isPending, playOn]);
  const isLocked = isFilling || isPlaying || (isPending && !isPlaying);
  return (
    <section className="desk-card" aria-labelledby="trial-clock">
      <h2 id="trial-clock">{t('trial.clock')}</h2>
      <p className="trial-now">
        <time dateTime={now}>{formatAt(now, locale)}</time>
      </p>
      <div className="trial-acts">
        <Button disabled={isLocked} onClick={() => act({ ms: HOUR_MS })}>
          {t('trial.hour')}
        </Button>
        <Button disabled={isLocked} onClick={() => act({ workingDays: 1 })}>
          {t('trial.morning')}
        </Button>
        <Button disabled={isLocked} onClick={() => act({ workingDays: 5 })}>
          {t('trial.week')}
        </Button>
        <Button
          disabled={isLocked || figures?.nextYellowAt === undefined}
          onClick={() => act({ until: 'yellow' })}
        >
          <span aria-hidden="true">▲</span> {t('trial.untilYellow')}
        </Button>
        <Button
          disabled={isLocked || figures?.nextRedAt === undefined}
          onClick={() => act({ until: 'red' })}
        >
          <span aria-hidden="true">■</span> {t('trial.untilRed')}
        </Button>
        <Button disabled={isFilling} onClick={() => setIsPlaying(!isPlaying)}>
          {t(isPlaying ? 'trial.pause' : 'trial.play')}
        </Button>
      </div>
      {figures?.nextRedAt === undefined ? (
        <p className="quiet trial-ahead">{t('trial.noneAhead')}</p>
      ) : null}
      {move.isError ? <ProblemNotice error={move.error} /> : null}
    </section>
  );
}
