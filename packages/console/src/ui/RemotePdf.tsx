import { useQuery } from '@tanstack/react-query';
import { requestFile } from '../api/request.ts';
import { useLocale } from '../session/use-locale.ts';
import { PdfFrame } from './PdfFrame.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

export function RemotePdf({ path, title }: { readonly path: string; readonly title: string }) {
  const { t } = useLocale();
  const file = useQuery({
    queryKey: ['file', path],
    queryFn: () => requestFile({ path }),
    // Files are named by their content: they never change.
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (file.isError) return <ProblemNotice error={file.error} onRetry={() => void file.refetch()} />;
  if (file.data === undefined) return <p role="status">{t('state.loading')}</p>;
  return <PdfFrame file={file.data} title={title} />;
}
