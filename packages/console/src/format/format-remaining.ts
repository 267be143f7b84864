import type { Translate } from '../texts/locale.ts';

interface Remaining {
  readonly light: string;
  readonly remainingDays?: number | undefined;
  readonly isStopped?: boolean;
}

/** '还剩 3 个工作日', '今天到期', '已超期 2 个工作日', '停表中'; '' where no limit runs. */
export function formatRemaining(remaining: Remaining, t: Translate): string {
  const { light, remainingDays, isStopped = false } = remaining;
  if (isStopped) return t('remaining.ended');
  if (remainingDays === undefined) return light === 'grey' ? t('remaining.stopped') : '';
  if (remainingDays === -1) return t('remaining.lateOne');
  if (remainingDays < 0) return t('remaining.late', { days: -remainingDays });
  if (remainingDays === 0) return t('remaining.today');
  if (remainingDays === 1) return t('remaining.leftOne');
  return t('remaining.left', { days: remainingDays });
}
