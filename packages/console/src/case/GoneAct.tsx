import { Button } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { sentenceOf } from '../ui/ProblemNotice.tsx';

interface GoneActProps {
  readonly words: readonly string[];
  /** Says who acted, and when. */
  readonly refusal: unknown;
  readonly onClose: () => void;
}

/** Somebody else was faster: what was typed is shown, so that it can be kept or used elsewhere. */
export function GoneAct({ words, refusal, onClose }: GoneActProps) {
  const { t } = useLocale();
  return (
    <div className="notice notice-soft" role="alert">
      <p className="notice-title">{t('act.goneTitle')}</p>
      {refusal === undefined ? null : <p>{sentenceOf(refusal, t)}</p>}
      <p>{t('act.goneLead')}</p>
      {words.map((text) => (
        <blockquote key={text} className="opinion">
          {text}
        </blockquote>
      ))}
      <Button size="small" onClick={onClose}>
        {t('act.goneClose')}
      </Button>
    </div>
  );
}
