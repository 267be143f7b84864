import type { UploadDayState } from '@yichuang/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { uploadApi } from '../api/upload.ts';
import { formatAt, formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { UploadDifferences } from './UploadDifferences.tsx';
import { useUploadAct } from './use-upload.ts';

interface UploadDaysProps {
  readonly days: readonly UploadDayState[];
  readonly canManage: boolean;
}

/** Day by day, what the receiver has answered for, and whether it still has the same. */
export function UploadDays({ days, canManage }: UploadDaysProps) {
  const { t } = useLocale();
  return (
    <section className="desk-card" aria-labelledby="upload-days">
      <h2 id="upload-days">{t('upload.days')}</h2>
      {days.length === 0 ? <p className="quiet">{t('upload.noDays')}</p> : null}
      <ul className="plain-list">
        {days.map((day) => (
          <DayRow key={day.day} state={day} canManage={canManage} />
        ))}
      </ul>
    </section>
  );
}

interface DayRowProps {
  readonly state: UploadDayState;
  readonly canManage: boolean;
}

function DayRow({ state, canManage }: DayRowProps) {
  const { t, locale } = useLocale();
  const [isOpen, setIsOpen] = useState(false);
  const day = formatDay(state.day, locale);
  const compare = useUploadAct(uploadApi.compareDay, ({ differences }) =>
    toast(
      differences.length === 0
        ? t('upload.comparedSame', { day })
        : t('upload.comparedOther', { day, count: differences.length }),
    ),
  );
  return (
    <li className="upload-day">
      <div className="upload-row">
        <div className="upload-day-head">
          <strong>{day}</strong>
          <span className="tabular">
            {t('upload.counts', { cases: state.cases, messages: state.messages })}
          </span>
          <Compared state={state} />
        </div>
        <div className="upload-acts">
          {state.differences === 0 ? null : (
            <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {t(isOpen ? 'upload.hide' : 'upload.show')}
            </Button>
          )}
          {canManage ? (
            <Button
              loading={compare.isPending}
              aria-label={t('upload.compareDay', { day })}
              onClick={() => compare.mutate(state.day)}
            >
              {t('upload.compare')}
            </Button>
          ) : null}
        </div>
      </div>
      {compare.isError ? <ProblemNotice error={compare.error} /> : null}
      {isOpen && state.differences > 0 ? (
        <UploadDifferences day={state.day} canManage={canManage} />
      ) : null}
    </li>
  );
}

function Compared({ state }: { readonly state: UploadDayState }) {
  const { t, locale } = useLocale();
  if (state.comparedAt === undefined) {
    return <span className="quiet">{t('upload.notCompared')}</span>;
  }
  const at = formatAt(state.comparedAt, locale);
  return state.differences === 0 ? (
    <span className="upload-same">{t('upload.same', { at })}</span>
  ) : (
    <span className="upload-wrong">{t('upload.differs', { count: state.differences, at })}</span>
  );
}
