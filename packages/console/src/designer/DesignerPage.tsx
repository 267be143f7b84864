import { useQuery } from '@tanstack/react-query';
import { Button, Input, Skeleton } from 'antd';
import { useDeferredValue, useState } from 'react';
import { designerApi } from '../api/designer.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { DraftRows } from './home/DraftRows.tsx';
import { ImportPackDialog } from './home/ImportPackDialog.tsx';
import { ItemRows } from './home/ItemRows.tsx';
import { NewDraftDialog } from './home/NewDraftDialog.tsx';
import './designer.css';

type Opened = 'new' | 'import';

/** What is under construction, and what is in force and may be changed by a new version. */
export function DesignerPage() {
  const { t } = useLocale();
  const mayDesign = useMay('item:design');
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<Opened>();
  const q = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['designer', 'home', q],
    queryFn: () => designerApi.home(q),
    enabled: mayDesign,
    placeholderData: (before) => before,
  });
  if (!mayDesign) return <Page title={t('designer.title')}>{t('state.noRight')}</Page>;
  const home = found.data;
  const close = () => setOpened(undefined);
  return (
    <Page
      title={t('designer.title')}
      lead={t('designer.lead')}
      actions={
        <>
          <Button onClick={() => setOpened('import')}>{t('designer.importPack')}</Button>
          <Button type="primary" onClick={() => setOpened('new')}>
            {t('designer.new')}
          </Button>
        </>
      }
    >
      {found.isError ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {home === undefined ? (
        found.isError ? null : (
          <Skeleton active paragraph={{ rows: 6 }} />
        )
      ) : (
        <>
          <section className="designer-section">
            <h2>{t('designer.drafts')}</h2>
            <DraftRows drafts={home.drafts} />
          </section>
          <section className="designer-section">
            <div className="designer-section-head">
              <h2>{t('designer.items')}</h2>
              <Input.Search
                allowClear
                className="designer-search"
                aria-label={t('designer.searchItems')}
                placeholder={t('designer.searchItems')}
                maxLength={100}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </div>
            <ItemRows items={home.items} isFiltered={q !== ''} />
          </section>
          {opened === 'new' ? (
            <NewDraftDialog organisations={home.organisations} onClose={close} />
          ) : null}
          {opened === 'import' ? <ImportPackDialog onClose={close} /> : null}
        </>
      )}
    </Page>
  );
}
