import type { OfficeDraft, OfficeReceipt, OfficeStart } from '@yichuang/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { officeApi } from '../api/office.ts';
import { useLocale } from '../session/use-locale.ts';
import { useSession } from '../session/use-session.ts';
import { toast } from '../ui/toast.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { answersOf, toMaterials } from './form-changes.ts';
import { OfficeSheet } from './OfficeSheet.tsx';
import { Segments } from './Segments.tsx';
import { SentPage } from './SentPage.tsx';
import { usePreview } from './use-preview.ts';
import { useSending } from './use-sending.ts';

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
  const { t } = useLocale();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { item } = start;
  const posts = useSession().staff?.posts ?? [];
  const [postId, setPostId] = useState(posts[0]?.postId);
  const [data, setData] = useState(draft?.form ?? start.form);
  const [materials, setMaterials] = useState(draft?.materials ?? []);
  const [receipt, setReceipt] = useState<OfficeReceipt>();
  const sending = useSending();
  const body = {
    itemCode: item.code,
    form: item.form === undefined ? {} : answersOf(item.form, data),
    materials: toMaterials(materials),
    ...(postId === undefined ? {} : { postId }),
  };
  const { preview, isCurrent } = usePreview(body);
  if (receipt !== undefined) return <SentPage receipt={receipt} item={item} />;
  const send = () =>
    sending.send(isCurrent && (preview?.problems.length ?? 0) > 0, async (key) => {
      const draftId = draft === undefined ? {} : { draftId: draft.draftId };
      setReceipt(await officeApi.file({ ...body, ...draftId }, key));
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      // Not the draft: it is no more, and this page still shows what it became.
      void queries.invalidateQueries({ queryKey: ['office', 'home'] });
      void queries.invalidateQueries({ queryKey: ['office', 'drafts'] });
    });
  const keep = async () => {
    try {
      await officeApi.saveDraft(draft?.draftId ?? crypto.randomUUID(), body);
      void queries.invalidateQueries({ queryKey: ['office', 'drafts'] });
      void queries.invalidateQueries({ queryKey: ['tasks', 'lists'] });
      toast(t('start.kept'));
      await navigate({ to: '/start' });
    } catch (caught) {
      sending.setError(caught);
    }
  };
  return (
    <OfficeSheet
      start={start}
      item={item}
      data={data}
      materials={materials}
      preview={preview}
      sending={sending}
      verb={t('start.send')}
      onChange={setData}
      onMaterials={setMaterials}
      onSend={() => void send()}
      otherActs={
        <Button size="large" onClick={() => void keep()}>
          {t('start.keep')}
        </Button>
      }
    >
      {posts.length < 2 ? null : (
        <Segments
          label={t('start.capacity')}
          value={postId ?? ''}
          options={posts.map((post) => ({ value: post.postId, text: post.postName }))}
          onChange={setPostId}
        />
      )}
    </OfficeSheet>
  );
}
