import type { CaseView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { casesApi } from '../api/cases.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { PhraseBar } from '../acts/PhraseBar.tsx';
import { useCase, useItem } from '../case/use-case.ts';
import { useReadMark } from '../case/use-read-mark.ts';
import { isCard } from '../inbox/row-target.ts';
import { useLocale } from '../session/use-locale.ts';
import { toast } from '../ui/toast.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { CardFacts } from './CardFacts.tsx';
import { cardTask, commandOf, needsWords, type CardVerb } from './card-acts.ts';

/** A leader's card: what decides it, one thumb to agree, then the next card. */
export function CardPage() {
  const { t } = useLocale();
  const { caseId = '' } = useParams({ strict: false });
  const found = useCase(caseId);
  const view = found.data;
  const item = useItem(view?.itemCode, view?.itemVersion);
  if (view !== undefined && item !== undefined) {
    return <Card key={caseId} view={view} item={item} />;
  }
  return (
    <Page title={t('case.loading')}>
      {found.isError ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 6 }} />
      )}
    </Page>
  );
}

function Card({ view, item }: { readonly view: CaseView; readonly item: ItemDefinition }) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [verb, setVerb] = useState<CardVerb>();
  const [words, setWords] = useState('');
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const key = useRef(newIdempotencyKey());
  const task = cardTask(view);
  useReadMark(view);
  const goOn = async () => {
    await queries.invalidateQueries({ queryKey: ['tasks'] });
    const page = await casesApi.tasks({ list: 'todo', limit: 50 });
    const next = page.rows.find((row) => isCard(row) && row.caseId !== view.caseId);
    if (next === undefined) await navigate({ to: '/todo' });
    else await navigate({ to: '/cards/$caseId', params: { caseId: next.caseId } });
  };
  const send = async (wanted: CardVerb) => {
    const command = commandOf(wanted, view, words.trim() === '' ? t('cards.agree') : words);
    if (command === undefined) return;
    if (needsWords(wanted, item, task?.stepId) && words.trim() === '') {
      setVerb(wanted);
      return;
    }
    setIsSending(true);
    setError(undefined);
    try {
      await casesApi.command(view.caseId, command, key.current);
      void queries.invalidateQueries({ queryKey: ['case', view.caseId] });
      toast(t(`cards.done.${wanted}`));
      await goOn();
    } catch (caught) {
      key.current = newIdempotencyKey();
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  const may = (wanted: CardVerb) => commandOf(wanted, view, '') !== undefined;
  return (
    <Page title={t('lists.title', { name: view.applicant.name, item: view.itemName })}>
      <article className="card">
        <CardFacts view={view} item={item} />
        {verb === undefined ? null : (
          <label className="card-words">
            <span>{t(`cards.why.${verb}`)}</span>
            <Input.TextArea
              autoFocus
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={500}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
        )}
        {verb === undefined ? null : <PhraseBar text={words} onInsert={setWords} />}
        {error === undefined ? null : <ProblemNotice error={error} />}
        <p>
          <Link to="/cases/$caseId" params={{ caseId: view.caseId }}>
            {t('cards.more')}
          </Link>
        </p>
      </article>
      <div className="start-bar card-bar" role="group" aria-label={t('case.acts')}>
        {may('return') ? (
          <Button
            size="large"
            disabled={isSending}
            onClick={() => void (verb === 'return' ? send('return') : setVerb('return'))}
          >
            {t('cards.return')}
          </Button>
        ) : null}
        {may('reject') ? (
          <Button
            size="large"
            danger
            disabled={isSending}
            onClick={() => void (verb === 'reject' ? send('reject') : setVerb('reject'))}
          >
            {t('cards.reject')}
          </Button>
        ) : null}
        {may('approve') ? (
          <Button
            type="primary"
            size="large"
            loading={isSending}
            onClick={() => void send('approve')}
          >
            {t('cards.approve')}
          </Button>
        ) : (
          <p>{t('cards.nothing')}</p>
        )}
      </div>
    </Page>
  );
}
