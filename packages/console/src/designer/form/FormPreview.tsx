import type { FormDefinition } from '@yichuang/kernel/form';
import { useState } from 'react';
import { ChoiceButtons } from './ChoiceButtons.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { InternalForm } from './InternalForm.tsx';
import { PortalFrame } from './PortalFrame.tsx';
import { PREVIEW_SIZES, type PreviewSize } from './preview-sizes.ts';
import { PublicForm } from './PublicForm.tsx';

/** The form as it will be filled in: residents see the portal's look, colleagues the console's. */
export function FormPreview({ form }: { readonly form: FormDefinition }) {
  const { design, words, lifecycle } = useWorkbench();
  const { t } = words;
  const [size, setSize] = useState<PreviewSize>('phone');
  return (
    <section className="preview" aria-label={t('designer.preview')}>
      <header className="preview-head">
        <h2>{t('designer.preview')}</h2>
        <ChoiceButtons
          label={t('designer.previewSize')}
          choices={PREVIEW_SIZES.map((value) => ({ value, title: t(`designer.size.${value}`) }))}
          value={size}
          onChange={setSize}
        />
      </header>
      {lifecycle === 'internal' ? (
        <div className={`preview-paper preview-${size}`}>
          <InternalForm item={design.item} />
        </div>
      ) : (
        <PortalFrame size={size} title={t('designer.preview')}>
          <PublicForm form={form} />
        </PortalFrame>
      )}
    </section>
  );
}
