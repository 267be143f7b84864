import type { IndicatorInfo } from '@yichuang/contracts';
import { useId, useState } from 'react';
import { useLocale } from '../session/use-locale.ts';

/** How a figure is counted: to the pointer at once, to finger and key on demand. */
export function FormulaNote({ indicator }: { readonly indicator: IndicatorInfo }) {
  const { t } = useLocale();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { name, formula, basis } = indicator;
  return (
    <>
      <button
        type="button"
        className="formula-button"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={t('indicators.formulaOf', { name })}
        title={formula}
        onClick={() => setOpen(!isOpen)}
      >
        ⓘ
      </button>
      <span id={id} className="formula-text" hidden={!isOpen}>
        {formula}
        {basis === undefined ? null : <span className="formula-basis">{basis}</span>}
      </span>
    </>
  );
}
