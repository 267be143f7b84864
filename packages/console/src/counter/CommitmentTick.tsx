import type { CommitmentDefinition } from '@yichuang/kernel/case';
import { Checkbox } from 'antd';
import { useLocale } from '../session/use-locale.ts';

interface CommitmentTickProps {
  readonly commitment: CommitmentDefinition;
  readonly isCommitted: boolean;
  readonly onChange: (isCommitted: boolean) => void;
}

/** 告知承诺 at the counter: read out in full, signed on paper, then ticked. */
export function CommitmentTick({ commitment, isCommitted, onChange }: CommitmentTickProps) {
  const { t, locale } = useLocale();
  const isEnglish = locale === 'en';
  return (
    <div className="uploads">
      <blockquote>{(isEnglish ? commitment.textEn : undefined) ?? commitment.text}</blockquote>
      <p className="quiet">
        {t('counter.commitmentCheck', { n: commitment.checkDays })}{' '}
        {(isEnglish ? commitment.consequenceEn : undefined) ?? commitment.consequence}
      </p>
      <Checkbox checked={isCommitted} onChange={(event) => onChange(event.target.checked)}>
        {t('counter.committed')}
      </Checkbox>
    </div>
  );
}
