import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLocale } from '../session/use-locale.ts';

interface PhoneStepsProps {
  readonly at: number;
  readonly materials: number;
  readonly onMove: (by: 1 | -1) => void;
  /** The whole list, folded away: on a phone it would push the page itself out of sight. */
  readonly children: ReactNode;
}

export function PhoneSteps({ at, materials, onMove, children }: PhoneStepsProps) {
  const { t } = useLocale();
  return (
    <>
      <div className="phone-steps">
        <Button disabled={at <= 0} onClick={() => onMove(-1)}>
          {t('materials.previous')}
        </Button>
        <span className="tabular">
          {at + 1} / {materials}
        </span>
        <Button disabled={at >= materials - 1} onClick={() => onMove(1)}>
          {t('materials.next')}
        </Button>
      </div>
      <details className="phone-list">
        <summary>{t('materials.list')}</summary>
        {children}
      </details>
    </>
  );
}
