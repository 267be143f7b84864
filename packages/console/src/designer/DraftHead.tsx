import ArrowLeftOutlined from '@ant-design/icons/es/icons/ArrowLeftOutlined';
import MoreOutlined from '@ant-design/icons/es/icons/MoreOutlined';
import RedoOutlined from '@ant-design/icons/es/icons/RedoOutlined';
import UndoOutlined from '@ant-design/icons/es/icons/UndoOutlined';
import type { DesignProblem } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { designerApi } from '../api/designer.ts';
import { CompareDialog } from './compare/CompareDialog.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import { PublishDialog } from './publish/PublishDialog.tsx';
import { SaveLine } from './SaveLine.tsx';
import { VersionsDrawer } from './publish/VersionsDrawer.tsx';
import { useWorkbench } from './workbench-context.ts';

interface DraftHeadProps {
  readonly isTrying: boolean;
  readonly onTry: () => void;
  readonly onGo: (problem: DesignProblem) => void;
}

type Opened = 'compare' | 'publish' | 'versions' | 'discard';

/** What is being designed, whether it is saved, and what can be done with it as a whole. */
export function DraftHead({ isTrying, onTry, onGo }: DraftHeadProps) {
  const { view, design, words } = useWorkbench();
  const { t, locale } = words;
  const [opened, setOpened] = useState<Opened>();
  const { item } = design;
  const name = locale === 'en' ? (item.nameEn ?? item.name) : item.name;
  const isPublished = view.newestVersion !== undefined;
  const close = () => setOpened(undefined);
  const more: MenuProps['items'] = [
    {
      key: 'pack',
      label: <a href={designerApi.packUrl(view.draftId)}>{t('designer.exportPack')}</a>,
    },
    ...(isPublished
      ? [
          {
            key: 'bpmn',
            label: <a href={designerApi.bpmnUrl(item.code)}>{t('designer.exportBpmn')}</a>,
          },
          {
            key: 'versions',
            label: t('designer.versions'),
            onClick: () => setOpened('versions'),
          },
        ]
      : []),
    { type: 'divider' },
    {
      key: 'discard',
      label: t('designer.discard'),
      danger: true,
      onClick: () => setOpened('discard'),
    },
  ];
  return (
    <header className="designer-head">
      <Link to="/designer" className="designer-back" aria-label={t('designer.back')}>
        <ArrowLeftOutlined aria-hidden="true" />
      </Link>
      <div className="designer-name">
        <h1 title={name}>{name}</h1>
        <span className="quiet">
          {view.base === undefined
            ? t('designer.newItem')
            : t('designer.basedOn', { n: view.base.version })}
          {' · '}
          <SaveLine design={design} />
        </span>
      </div>
      <div className="designer-acts">
        <Button
          type="text"
          icon={<UndoOutlined />}
          aria-label={t('designer.undo')}
          title={t('designer.undoKey')}
          disabled={!design.canUndo}
          onClick={design.undo}
        />
        <Button
          type="text"
          icon={<RedoOutlined />}
          aria-label={t('designer.redo')}
          title={t('designer.redoKey')}
          disabled={!design.canRedo}
          onClick={design.redo}
        />
        <Button onClick={onTry}>{t(isTrying ? 'designer.tryEnd' : 'designer.try')}</Button>
        {isPublished ? (
          <Button onClick={() => setOpened('compare')}>{t('designer.compare')}</Button>
        ) : null}
        <Button type="primary" onClick={() => setOpened('publish')}>
          {t('designer.publish')}
        </Button>
        <Dropdown menu={{ items: more }} trigger={['click']} placement="bottomRight" autoFocus>
          <Button
            type="text"
            icon={<MoreOutlined />}
            aria-label={t('nav.more')}
            aria-haspopup="menu"
          />
        </Dropdown>
      </div>
      {opened === 'compare' ? <CompareDialog onClose={close} /> : null}
      {opened === 'publish' ? <PublishDialog onClose={close} onGo={onGo} /> : null}
      {opened === 'versions' ? <VersionsDrawer code={item.code} onClose={close} /> : null}
      {opened === 'discard' ? <DiscardDialog onClose={close} /> : null}
    </header>
  );
}
