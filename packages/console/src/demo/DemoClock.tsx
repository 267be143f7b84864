import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { administrationApi, type ClockMove } from '../api/administration.ts';
import { sentenceOf } from '../ui/ProblemNotice.tsx';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { toast } from '../ui/toast.ts';

/** The server's mark on the page of a trial county. */
const isTrial = document.documentElement.dataset['trial'] !== undefined;

const HOUR_MS = 3_600_000;
const JUMPS = [5, 10, 20] as const;

/** Only in a demo: says what time it is there and moves it, so that a case turns yellow and red. */
export function DemoClock() {
  const { t, locale } = useLocale();
  const queries = useQueryClient();
  const [isMoving, setIsMoving] = useState(false);
  const clock = useQuery({
    queryKey: ['demo-clock'],
    queryFn: administrationApi.demoClock,
    refetchInterval: 30_000,
    // Outside a demo the route does not exist; asking once is enough.
    retry: false,
  });
  if (clock.data?.isDemo !== true) return null;
  const move = async (by: ClockMove) => {
    setIsMoving(true);
    try {
      const moved = await administrationApi.moveClock(by);
      await queries.invalidateQueries();
      toast(t('demo.moved', { at: formatAt(moved.now, locale) }));
    } catch (error) {
      toast(sentenceOf(error, t));
    } finally {
      setIsMoving(false);
    }
  };
  const items = [
    { key: 'hour', label: t('demo.hour'), onClick: () => void move({ ms: HOUR_MS }) },
    ...JUMPS.map((workingDays) => ({
      key: String(workingDays),
      label: t('demo.days', { days: workingDays }),
      onClick: () => void move({ workingDays }),
    })),
  ];
  return (
    <aside className="demo-clock" aria-label={t('demo.label')}>
      <span>
        {t(isTrial ? 'trial.clockBar' : 'demo.now', { at: formatAt(clock.data.now, locale) })}
      </span>
      <span className="demo-acts">
        <Button size="small" loading={isMoving} onClick={() => void move({ workingDays: 1 })}>
          {t('demo.nextMorning')}
        </Button>
        <Dropdown menu={{ items }} trigger={['click']}>
          <Button size="small" disabled={isMoving} aria-haspopup="menu">
            {t('nav.more')} ▾
          </Button>
        </Dropdown>
      </span>
    </aside>
  );
}
