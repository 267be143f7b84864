import { Button } from 'antd';
import { useLocale } from '../session/use-locale.ts';

interface SchemeMovedProps {
  /** Of the draft as it is now; undefined where it was dropped or published. */
  readonly author: string | undefined;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
}

/** Somebody else was faster: what was typed is still there, and what becomes of it is one's own. */
export function SchemeMoved({ author, onKeep, onDrop }: SchemeMovedProps) {
  const { t } = useLocale();
  return (
    <div className="notice notice-soft" role="alert">
      <p className="notice-title">
        {author === undefined ? t('scheme.movedGone') : t('scheme.movedBy', { author })}
      </p>
      <p>{t('scheme.movedTyped')}</p>
      <div className="scheme-acts">
        <Button onClick={onDrop}>
          {t(author === undefined ? 'scheme.movedLeave' : 'scheme.movedRead')}
        </Button>
        <Button onClick={onKeep}>
          {t(author === undefined ? 'scheme.movedAnew' : 'scheme.movedOver')}
        </Button>
      </div>
    </div>
  );
}
