import type { DesignVersion } from '@yichuang/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Popconfirm, Skeleton } from 'antd';
import { useState } from 'react';
import { designerApi } from '../../api/designer.ts';
import { formatDay } from '../../format/format-day.ts';
import { useLocale } from '../../session/use-locale.ts';
import { useMay } from '../../session/use-session.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { toast } from '../../ui/toast.ts';
import { RebaseSection } from './RebaseSection.tsx';

interface VersionsDrawerProps {
  readonly code: string;
  readonly onClose: () => void;
}

/** Every version with its days; a planned one can be withdrawn, running cases can be moved. */
export function VersionsDrawer({ code, onClose }: VersionsDrawerProps) {
  const { t } = useLocale();
  const mayRebase = useMay('case:rebase');
  const found = useQuery({
    queryKey: ['designer', 'versions', code],
    queryFn: () => designerApi.versions(code),
  });
  const versions = found.data?.versions ?? [];
  const current = versions.find(({ status }) => status === 'current');
  const isRunningElsewhere = versions.some(
    ({ version, runningCases }) => runningCases > 0 && version !== current?.version,
  );
  return (
    <Drawer
      open
      title={t('designer.versionsOf', { name: found.data?.name ?? '' })}
      onClose={onClose}
      size={560}
    >
      {found.isError ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.isPending ? <Skeleton active /> : null}
      <ol className="versions">
        {versions.map((version) => (
          <Version key={version.version} code={code} version={version} />
        ))}
      </ol>
      {mayRebase && current !== undefined && isRunningElsewhere ? (
        <RebaseSection code={code} toVersion={current.version} />
      ) : null}
    </Drawer>
  );
}

function Version({ code, version }: { readonly code: string; readonly version: DesignVersion }) {
  const { t, locale } = useLocale();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  const withdraw = async () => {
    try {
      await designerApi.withdrawVersion(code, version.version);
      toast(t('designer.withdrawn', { n: version.version }));
      await queries.invalidateQueries({ queryKey: ['designer'] });
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <li className={`version version-${version.status}`}>
      <p>
        <strong>{t('designer.version', { n: version.version })}</strong>
        <span className="tag">{t(`designer.versionStatus.${version.status}`)}</span>
        <span className="quiet">
          {t('designer.inForceFrom', { day: formatDay(version.from, locale) })}
        </span>
      </p>
      {version.note === undefined ? null : <p>{version.note}</p>}
      <p className="quiet">
        {version.publishedBy === undefined
          ? ''
          : `${t('designer.publishedBy', { name: version.publishedBy })} · `}
        {t('designer.running', { n: version.runningCases })}
      </p>
      {version.status === 'planned' ? (
        <Popconfirm
          title={t('designer.withdrawAsk', { n: version.version })}
          okText={t('designer.withdraw')}
          cancelText={t('act.cancel')}
          onConfirm={() => void withdraw()}
        >
          <Button size="small" danger>
            {t('designer.withdraw')}
          </Button>
        </Popconfirm>
      ) : null}
      {error === undefined ? null : <ProblemNotice error={error} />}
    </li>
  );
}
