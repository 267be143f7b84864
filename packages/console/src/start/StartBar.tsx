import type { OfficePreview } from '@yichuang/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLocale } from '../session/use-locale.ts';

interface StartBarProps {
  readonly preview: OfficePreview | undefined;
  readonly isSending: boolean;
  readonly verb: string;
  readonly onSend: () => void;
  readonly children?: ReactNode;
}

/** Under the thumb: who gets it, and the one button that sends it. */
export function StartBar({ preview, isSending, verb, onSend, children }: StartBarProps) {
  const { t } = useLocale();
  const names = namesOf(preview?.next);
  const later = namesOf(preview?.later);
  return (
    <div className="start-bar">
      <p className="start-next" role="status">
        {names.length === 0
          ? t('start.nextUnknown')
          : t('start.next', { names: names.join(t('list.comma')) })}
        {later.length === 0 ? null : t('start.later', { names: later.join(t('list.comma')) })}
      </p>
      <div className="start-acts">
        {children}
        <Button type="primary" size="large" block loading={isSending} onClick={onSend}>
          {verb}
        </Button>
      </div>
    </div>
  );
}

function namesOf(steps: OfficePreview['next'] | undefined): string[] {
  return [...new Set((steps ?? []).flatMap(({ holders }) => holders))];
}
