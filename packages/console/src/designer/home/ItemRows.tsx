import type { DesignItemRow } from '@yichuang/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { designerApi } from '../../api/designer.ts';
import { useLocale } from '../../session/use-locale.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { VersionsDrawer } from '../publish/VersionsDrawer.tsx';

interface ItemRowsProps {
  readonly items: readonly DesignItemRow[];
  readonly isFiltered: boolean;
}

/** What is in force: make a new version of it, or look at its versions. */
export function ItemRows({ items, isFiltered }: ItemRowsProps) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const [opening, setOpening] = useState<string>();
  const [versionsOf, setVersionsOf] = useState<string>();
  const [error, setError] = useState<unknown>();
  const change = async (itemCode: string) => {
    setOpening(itemCode);
    try {
      const { draftId } = await designerApi.create({ from: { itemCode } });
      await navigate({ to: '/designer/$draftId', params: { draftId } });
    } catch (caught) {
      setError(caught);
      setOpening(undefined);
    }
  };
  if (items.length === 0) {
    return (
      <p className="designer-none">
        {t(isFiltered ? 'designer.noItemsFound' : 'designer.noItems')}
      </p>
    );
  }
  return (
    <>
      {error === undefined ? null : <ProblemNotice error={error} />}
      <ul className="design-rows">
        {items.map((item) => (
          <li key={item.code} className="design-row">
            <span className="design-row-main">
              <strong>{item.name}</strong>
              <span className="tag">{t(`designer.lifecycle.${item.lifecycle}`)}</span>
              <span className="quiet line">
                {item.orgName} · {t('designer.version', { n: item.version })}
                {item.isOnline ? '' : ` · ${t('designer.guideOnly')}`}
              </span>
            </span>
            <Link
              to="/rehearsal/$itemCode"
              params={{ itemCode: item.code }}
              className="design-row-link"
              aria-label={t('rehearsal.titleOf', { item: item.name })}
            >
              {t('rehearsal.title')}
            </Link>
            <Button
              size="small"
              type="text"
              aria-label={t('designer.versionsFor', { name: item.name })}
              onClick={() => setVersionsOf(item.code)}
            >
              {t('designer.versions')}
            </Button>
            <Button
              size="small"
              loading={opening === item.code}
              disabled={opening !== undefined && opening !== item.code}
              aria-label={t('designer.newVersionOf', { name: item.name })}
              onClick={() => void change(item.code)}
            >
              {t('designer.newVersion')}
            </Button>
          </li>
        ))}
      </ul>
      {versionsOf === undefined ? null : (
        <VersionsDrawer code={versionsOf} onClose={() => setVersionsOf(undefined)} />
      )}
    </>
  );
}
