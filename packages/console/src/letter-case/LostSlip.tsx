import type { CaseView } from '@yichuang/contracts';
import { Input } from 'antd';
import { useState } from 'react';
import { SlipButton } from '../letter-entry/SlipButton.tsx';
import { useLocale } from '../session/use-locale.ts';
import { useMayQuietly } from '../session/use-session.ts';
import { Field } from '../ui/Field.tsx';

/** Of a letter that a window entered without a phone: the office prints a lost slip again. */
export function LostSlip({ view }: { readonly view: CaseView }) {
  const { t } = useLocale();
  const isOffice = useMayQuietly('letter:office');
  const [seen, setSeen] = useState('');
  if (!isOffice || view.channel === 'online' || view.contact.phone !== undefined) return null;
  return (
    <details className="lost-slip">
      <summary>{t('letters.lostSlip')}</summary>
      <Field label={t('letters.slipSeen')} hint={t('letters.slipSeenHint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={seen}
            onChange={(event) => setSeen(event.target.value)}
          />
        )}
      </Field>
      <SlipButton caseId={view.caseId} seen={seen} />
    </details>
  );
}
