import type { DesignChange, DesignVersion } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { designerApi } from '../../api/designer.ts';
import { Field } from '../../ui/Field.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { ChangeList } from './ChangeList.tsx';

/** What publishing this draft would change, against the version in force or any other. */
export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, design, words } = useWorkbench();
  const { t } = words;
  const [version, setVersion] = useState<number>();
  const versions = useQuery({
    queryKey: ['designer', 'versions', design.item.code],
    queryFn: () => designerApi.versions(design.item.code),
  });
  const found = useQuery({
    queryKey: ['designer', 'compare', view.draftId, design.revision, version],
    queryFn: async () => {
      await design.flush();
      return designerApi.compare(view.draftId, version);
    },
  });
  return (
    <Modal
      open
      title={t('designer.compareTitle')}
      footer={null}
      onCancel={onClose}
      width={760}
      style={{ top: 32 }}
    >
      <Field label={t('designer.compareWith')}>
        {({ id }) => (
          <select
            id={id}
            className="select"
            value={version ?? found.data?.version ?? ''}
            onChange={(event) => setVersion(Number(event.target.value))}
          >
            {(versions.data?.versions ?? []).map((each) => (
              <option key={each.version} value={each.version}>
                {versionName(each, t)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {found.isError ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.data === undefined ? (
        found.isError ? null : (
          <Skeleton active />
        )
      ) : (
        <Changes changes={found.data.changes} />
      )}
    </Modal>
  );
}

function versionName(
  { version, status, from }: DesignVersion,
  t: ReturnType<typeof useWorkbench>['words']['t'],
): string {
  return t('designer.versionName', {
    n: version,
    status: t(`designer.versionStatus.${status}`),
    from,
  });
}

function Changes({ changes }: { readonly changes: readonly DesignChange[] }) {
  const { t } = useWorkbench().words;
  if (changes.length === 0) return <p className="quiet">{t('designer.noChanges')}</p>;
  return (
    <>
      <p role="status">{t('designer.changeCount', { n: changes.length })}</p>
      <ChangeList changes={changes} />
    </>
  );
}
