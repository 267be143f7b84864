import type { UploadHeldCase } from '@yichuang/contracts';
import { Button } from 'antd';
import { uploadApi } from '../api/upload.ts';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { problemWords } from './upload-words.ts';
import { useUploadAct } from './use-upload.ts';

interface UploadHeldProps {
  readonly held: readonly UploadHeldCase[];
  readonly count: number;
  readonly canManage: boolean;
}

/** Cases that do not go on: what is wrong, what to do, and the one act that sends them again. */
export function UploadHeld({ held, count, canManage }: UploadHeldProps) {
  const { t } = useLocale();
  return (
    <section className="desk-card" aria-labelledby="upload-held">
      <h2 id="upload-held">{t('upload.heldTitle', { count })}</h2>
      <ul className="plain-list upload-held">
        {held.map((each) => (
          <HeldRow key={each.caseId} held={each} canManage={canManage} />
        ))}
      </ul>
      {held.length < count ? (
        <p className="quiet">{t('upload.moreHeld', { count: count - held.length })}</p>
      ) : null}
    </section>
  );
}

interface HeldRowProps {
  readonly held: UploadHeldCase;
  readonly canManage: boolean;
}

function HeldRow({ held, canManage }: HeldRowProps) {
  const { t, locale } = useLocale();
  const { what, todo } = problemWords(held.problem, t);
  const resend = useUploadAct(uploadApi.resendCase, () =>
    toast(t('upload.resent', { number: held.number })),
  );
  return (
    <li className="upload-row">
      <div>
        <p>
          <strong className="tabular">{held.number}</strong> {held.itemName}
        </p>
        <p className="upload-wrong">{what}</p>
        <p className="quiet">{todo}</p>
        {held.tryAt === undefined ? null : (
          <p className="quiet">{t('upload.triedAt', { at: formatAt(held.tryAt, locale) })}</p>
        )}
        {resend.isError ? <ProblemNotice error={resend.error} /> : null}
      </div>
      {canManage ? (
        <Button
          loading={resend.isPending}
          aria-label={t('upload.resendCase', { number: held.number })}
          onClick={() => resend.mutate(held.caseId)}
        >
          {t('upload.resend')}
        </Button>
      ) : null}
    </li>
  );
}
