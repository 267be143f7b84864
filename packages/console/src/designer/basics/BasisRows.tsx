import { Button } from 'antd';
import type { LegalBasis } from '@yichuang/kernel/time';
import { useWorkbench } from '../workbench-context.ts';
import { TextInput } from './TextInput.tsx';
import { useChangeItem } from './use-change-item.ts';

/** 设定依据: the law that creates the item; a licence without one may not exist. */
export function BasisRows() {
  const { design, words } = useWorkbench();
  const { t } = words;
  const { legalBasis } = design.item;
  const change = useChangeItem();
  const set = (next: readonly LegalBasis[], mark?: string) => change('legalBasis', next, mark);
  return (
    <fieldset className="field">
      <legend className="field-label">{t('designer.legalBasis')}</legend>
      {legalBasis.map((basis, at) => (
        // Rows have no name but their place.
        <div key={`basis ${at}`} className="basis-row">
          <TextInput
            label={t('designer.basisLawOf', { n: at + 1 })}
            value={basis.law}
            onChange={(law) => set(legalBasis.with(at, { ...basis, law }), `law ${at}`)}
          />
          <TextInput
            label={t('designer.basisArticleOf', { n: at + 1 })}
            value={basis.article}
            onChange={(article) => set(legalBasis.with(at, { ...basis, article }), `article ${at}`)}
          />
          <Button
            size="small"
            danger
            aria-label={t('designer.basisRemove', { n: at + 1 })}
            onClick={() => set(legalBasis.toSpliced(at, 1))}
          >
            {t('designer.remove')}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => set([...legalBasis, { law: '', article: '' }])}>
        {t('designer.basisAdd')}
      </Button>
    </fieldset>
  );
}
