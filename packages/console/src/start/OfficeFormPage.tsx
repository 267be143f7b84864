import type { OfficeDraft, OfficeReceipt, OfficeStart } from '@yichuang/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { officeApi } from '../api/office.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { useLocale } from '../session/use-locale.ts';
import { useSession } from '../session/use-session.ts';
import { toast } from '../ui/toast.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { answersOf, toMaterials } from './form-changes.ts';
import { OfficeFields } from './OfficeFields.tsx';
import { Segments } from './Segments.tsx';
import { SentPage } from './SentPage.tsx';
import { StartBar } from './StartBar.tsx';
import { usePreview } from './use-preview.ts';

/** One approval, filled in and sent on one page. */
export function OfficeFormPage() {
  const { t } = useLocale();
  const { itemCode = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const draftId = 'draft' in search ? search.draft : undefined;
  const start = useQuery({
    queryKey: ['office', 'start', itemCode],
    queryFn: () => officeApi.start(itemCode),
    // What the form began with must not change under somebody's hands.
    staleTime: Infinity,
    gcTime: 0,
  });
  const draft = useQuery({
    queryKey: ['office', 'draft', draftId],
    queryFn: () => officeApi.draft(draftId ?? ''),
    enabled: draftId !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
  const error = start.error ?? draft.error;
  if (error !== null) {
    return (
      <Page title={t('nav.start')}>
        <ProblemNotice error={error} />
      </Page>
    );
  }
  if (start.data === undefined || (draftId !== undefined && draft.data === undefined)) {
    return (
      <Page title={t('nav.start')}>
        <Skeleton active paragraph={{ rows: 8 }} />
      </Page>
    );
  }
  return <OfficeForm key={draftId ?? itemCode} start={start.data} draft={draft.data} />;
}

interface OfficeFormProps {
  readonly start: OfficeStart;
  readonly draft: OfficeDraft | undefined;
}

function OfficeForm({ start, draft }: OfficeFormProps) {
  const { t, locale } = useLocale();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { item } = start;
  const posts = useSession().staff?.posts ?? [];
  const [postId, setPostId] = useState(posts[0]?.postId);
  const [data, setData] = useState(draft?.form ?? start.form);
  const [materials, setMaterials] = useState(draft?.materials ?? []);
  const [showsProblems, setShowsProblems] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [receipt, setReceipt] = useState<OfficeReceipt>();
  const key = useRef(newIdempotencyKey());
  const body = {
    itemCode: item.code,
    form: item.form === undefined ? {} : answersOf(item.form, data),
    materials: toMaterials(materials),
    ...(postId === undefined ? {} : { postId }),
  };
  const { preview, isCurrent } = usePreview(body);
  if (receipt !== undefined) return <SentPage receipt={receipt} item={item} />;
  const send = async () => {
    if (isCurrent && (preview?.problems.length ?? 0) > 0) {
      setShowsProblems(true);
      requestAnimationFrame(showFirstProblem);
      return;
    }
    setIsSending(true);
    setError(undefined);
    try {
      const draftId = draft === undefined ? {} : { draftId: draft.draftId };
      setReceipt(await officeApi.file({ ...body, ...draftId }, key.current));
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      // Not the draft: it is no more, and this page still shows what it became.
      void queries.invalidateQueries({ queryKey: ['office', 'home'] });
      void queries.invalidateQueries({ queryKey: ['office', 'drafts'] });
    } catch (caught) {
      setShowsProblems(true);
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  const keep = async () => {
    try {
      await officeApi.saveDraft(draft?.draftId ?? crypto.randomUUID(), body);
      void queries.invalidateQueries({ queryKey: ['office', 'drafts'] });
      void queries.invalidateQueries({ queryKey: ['tasks', 'lists'] });
      toast(t('start.kept'));
      await navigate({ to: '/start' });
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <Page title={locale === 'en' ? (item.nameEn ?? item.name) : item.name}>
      <div className="start-sheet">
        {posts.length < 2 ? null : (
          <Segments
            label={t('start.capacity')}
            value={postId ?? ''}
            options={posts.map((post) => ({ value: post.postId, text: post.postName }))}
            onChange={setPostId}
          />
        )}
        <OfficeFields
          start={start}
          item={item}
          data={data}
          materials={materials}
          preview={preview}
          showsProblems={showsProblems}
          onChange={setData}
          onMaterials={setMaterials}
        />
        {error === undefined ? null : <ProblemNotice error={error} />}
      </div>
      <StartBar
        preview={preview}
        isSending={isSending}
        verb={t('start.send')}
        onSend={() => void send()}
      >
        <Button size="large" onClick={() => void keep()}>
          {t('start.keep')}
        </Button>
      </StartBar>
    </Page>
  );
}

/** Where to look first: the page may be longer than the screen. */
export function showFirstProblem(): void {
  const wrong = document.querySelector<HTMLElement>('.field-wrong');
  wrong?.scrollIntoView({ block: 'center' });
  wrong?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true });
}
