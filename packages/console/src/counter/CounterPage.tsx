import type { DraftView, ItemSummary } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { bundlesApi } from '../api/bundles.ts';
import { counterApi } from '../api/counter.ts';
import { dayOf, formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import type { PlainDate } from '@yichuang/kernel/time';
import { ApplicantFields } from './ApplicantFields.tsx';
import { applicantProblems, noApplicant, toParty } from './applicant-values.ts';
import { givenAnswers } from './bundle-answers.ts';
import { BundleQuestions } from './BundleQuestions.tsx';
import type { FormTexts } from './draft-values.ts';
import { ItemPicker } from './ItemPicker.tsx';
import { useBundle } from './use-bundle.ts';

/** Filing for somebody at the counter: which item, for whom; drafts that wait are below. */
export function CounterPage() {
  const { t } = useLocale();
  const navigate = useNavigate();
  const [item, setItem] = useState<ItemSummary>();
  const [applicant, setApplicant] = useState(noApplicant);
  const [isChecked, setIsChecked] = useState(false);
  const [texts, setTexts] = useState<FormTexts>({});
  const bundle = useBundle(item?.code);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const problems = applicantProblems(applicant, today());
  const start = async () => {
    setIsChecked(true);
    if (item === undefined || Object.keys(problems).length > 0) return;
    setIsSending(true);
    setError(undefined);
    try {
      const party = toParty(applicant);
      const draft =
        bundle === undefined
          ? await counterApi.create(item.code, party)
          : await bundlesApi.create(bundle.id, givenAnswers(texts), party);
      await navigate({ to: '/counter/$draftId', params: { draftId: draft.draftId } });
    } catch (caught) {
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  return (
    <Page title={t('counter.title')} lead={t('counter.lead')}>
      <div className="counter">
        <form
          className="paper"
          noValidate
          aria-label={t('counter.new')}
          onSubmit={(event) => {
            event.preventDefault();
            void start();
          }}
        >
          <ItemPicker
            chosen={item}
            problem={isChecked && item === undefined ? t('counter.itemMissing') : undefined}
            onChoose={setItem}
          />
          {bundle === undefined ? null : (
            <BundleQuestions
              bundleId={bundle.id}
              texts={texts}
              onText={(question, text) => setTexts({ ...texts, [question]: text })}
            />
          )}
          <ApplicantFields
            values={applicant}
            problems={isChecked ? problems : {}}
            onChange={(change) => setApplicant({ ...applicant, ...change })}
          />
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button type="primary" size="large" htmlType="submit" loading={isSending}>
            {t('counter.start')}
          </Button>
        </form>
        <Drafts />
      </div>
    </Page>
  );
}

function Drafts() {
  const { t } = useLocale();
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: counterApi.drafts });
  return (
    <section className="drafts">
      <h2>{t('counter.drafts')}</h2>
      {drafts.isError ? (
        <ProblemNotice error={drafts.error} onRetry={() => void drafts.refetch()} />
      ) : null}
      {drafts.data?.length === 0 ? <p className="quiet">{t('counter.draftsNone')}</p> : null}
      <ul>
        {(drafts.data ?? []).map((draft) => (
          <DraftRow key={draft.draftId} draft={draft} />
        ))}
      </ul>
    </section>
  );
}

function DraftRow({ draft }: { readonly draft: DraftView }) {
  const { t, locale } = useLocale();
  return (
    <li>
      <Link to="/counter/$draftId" params={{ draftId: draft.draftId }}>
        {draft.applicant?.name ?? ''} · {draft.itemName}
      </Link>
      <div className="quiet">{t('counter.saved', { at: formatAt(draft.savedAt, locale) })}</div>
    </li>
  );
}

// Only for birth dates that lie ahead; the server checks again with its own clock.
function today(): PlainDate {
  return dayOf(new Date().toISOString()) as PlainDate;
}
