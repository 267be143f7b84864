import type { HandOverReport, HoldingsView, PersonName } from '@yichuang/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { peopleApi } from '../api/people.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice, sentenceOf } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { handOverAll } from './hand-over-all.ts';

/** Somebody leaves: what they hold, who takes it over, and the account closed at the end. */
export function HandOverPage() {
  const { t } = useLocale();
  const [person, setPerson] = useState<PersonName>();
  const held = useQuery({
    queryKey: ['holdings', person?.personId],
    queryFn: () => peopleApi.holdings(person?.personId ?? ''),
    enabled: person !== undefined,
  });
  return (
    <Page title={t('handOver.title')} lead={t('handOver.lead')}>
      <div className="desk-columns">
        <section className="desk-card">
          <PersonPicker
            label={t('handOver.person')}
            chosen={person}
            isLeaving
            onChoose={setPerson}
          />
          {held.isError ? <ProblemNotice error={held.error} /> : null}
          {person !== undefined && held.isPending ? <Skeleton active /> : null}
          {person !== undefined && held.data !== undefined ? <Holdings held={held.data} /> : null}
        </section>
        {person !== undefined && held.data !== undefined ? (
          <section className="desk-card" aria-labelledby="hand-over-to">
            <h2 id="hand-over-to">{t('handOver.to')}</h2>
            <HandOverForm key={person.personId} held={held.data} />
          </section>
        ) : null}
      </div>
    </Page>
  );
}

function Holdings({ held }: { readonly held: HoldingsView }) {
  const { t } = useLocale();
  const isFree = held.tasks.length + held.posts.length + held.proxies.length + held.drafts === 0;
  return (
    <div className="holdings">
      <h2>{t('handOver.holds', { name: held.person.name })}</h2>
      {isFree ? <p className="quiet">{t('handOver.nothing')}</p> : null}
      <ul className="plain-list">
        {held.posts.map((post) => (
          <li key={post.postId} className="desk-row">
            <div>
              <strong>{post.name}</strong>
              <p className="quiet">{post.orgName}</p>
              <p className="quiet">
                {post.others.length === 0
                  ? t('handOver.alone', { count: post.openTasks })
                  : t('handOver.others', { names: post.others.join(t('list.comma')) })}
              </p>
            </div>
          </li>
        ))}
        {held.tasks.map((task) => (
          <li key={`${task.caseId} ${task.taskId}`} className="desk-row">
            <div>
              <Link to="/cases/$caseId" params={{ caseId: task.caseId }}>
                {task.itemName}
              </Link>
              <p className="quiet">
                {task.number} · {task.stepName}
              </p>
            </div>
          </li>
        ))}
        {held.proxies.map((proxy) => (
          <li key={proxy.proxyId} className="desk-row">
            {t('proxies.row', {
              principal: proxy.principal.name,
              deputy: proxy.deputy.name,
            })}
          </li>
        ))}
      </ul>
      {held.drafts === 0 ? null : <p>{t('handOver.drafts', { count: held.drafts })}</p>}
      {held.copies === 0 ? null : (
        <p className="quiet">{t('handOver.copies', { count: held.copies })}</p>
      )}
    </div>
  );
}

function HandOverForm({ held }: { readonly held: HoldingsView }) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const [to, setTo] = useState<PersonName>();
  const [reason, setReason] = useState('');
  const [kept, setKept] = useState<readonly string[]>([]);
  const [isChecked, setIsChecked] = useState(false);
  const [report, setReport] = useState<HandOverReport>();
  const [isClosing, setIsClosing] = useState(false);
  const { personId, name } = held.person;
  const refresh = () => queries.invalidateQueries({ queryKey: ['holdings', personId] });
  const postIds = held.posts.map(({ postId }) => postId).filter((id) => !kept.includes(id));
  const handOver = useMutation({
    mutationFn: (toPersonId: string) => {
      const order = { toPersonId, reason: reason.trim(), postIds };
      return handOverAll(() => peopleApi.handOver(personId, order), setReport);
    },
    onSettled: refresh,
  });
  const close = useMutation({
    mutationFn: () => peopleApi.closeAccount(personId),
    onSuccess: async () => {
      setIsClosing(false);
      toast(t('handOver.closed', { name }));
      await queries.invalidateQueries({ queryKey: ['staff'] });
    },
    onError: (error: Error) => {
      setIsClosing(false);
      toast(sentenceOf(error, t));
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (to !== undefined && reason.trim() !== '') handOver.mutate(to.personId);
      }}
    >
      <PersonPicker
        label={t('handOver.receiver')}
        chosen={to}
        without={[personId]}
        problem={isChecked && to === undefined ? t('handOver.receiverMissing') : undefined}
        onChoose={setTo}
      />
      {held.posts.length === 0 ? null : (
        <fieldset className="field">
          <legend className="field-label">{t('handOver.posts')}</legend>
          {held.posts.map((post) => (
            <div key={post.postId}>
              <Checkbox
                checked={!kept.includes(post.postId)}
                onChange={(event) =>
                  setKept(
                    event.target.checked
                      ? kept.filter((id) => id !== post.postId)
                      : [...kept, post.postId],
                  )
                }
              >
                {post.orgName} {post.name}
              </Checkbox>
            </div>
          ))}
        </fieldset>
      )}
      <Field
        label={t('handOver.reason')}
        problem={isChecked && reason.trim() === '' ? t('handOver.reasonMissing') : undefined}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {handOver.isError ? <ProblemNotice error={handOver.error} /> : null}
      {report === undefined ? null : <Report report={report} isGoingOn={handOver.isPending} />}
      <Button type="primary" htmlType="submit" size="large" block loading={handOver.isPending}>
        {t('handOver.submit')}
      </Button>
      <div className="desk-foot">
        <Button danger disabled={!held.canClose} onClick={() => setIsClosing(true)}>
          {t('handOver.close')}
        </Button>
        <span className="quiet">
          {t(held.canClose ? 'handOver.canClose' : 'handOver.cannotClose')}
        </span>
      </div>
      <Modal
        open={isClosing}
        title={t('handOver.closeAsk', { name })}
        okText={t('handOver.close')}
        okButtonProps={{ danger: true }}
        cancelText={t('handOver.cancel')}
        confirmLoading={close.isPending}
        onOk={() => close.mutate()}
        onCancel={() => setIsClosing(false)}
      >
        <p>{t('handOver.closeLead')}</p>
      </Modal>
    </form>
  );
}

interface ReportProps {
  readonly report: HandOverReport;
  readonly isGoingOn: boolean;
}

function Report({ report, isGoingOn }: ReportProps) {
  const { t } = useLocale();
  return (
    <div className="desk-sentence" role="status">
      <p>{t('handOver.done', { count: report.handedOver })}</p>
      {isGoingOn && report.left > 0 ? <p>{t('handOver.left', { count: report.left })}</p> : null}
      {report.failed.length === 0 ? null : (
        <>
          <p>{t('handOver.failed', { count: report.failed.length })}</p>
          <ul>
            {report.failed.map((failure) => (
              <li key={`${failure.caseId} ${failure.why}`}>
                <Link to="/cases/$caseId" params={{ caseId: failure.caseId }}>
                  {failure.number}
                </Link>{' '}
                {failure.why}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
