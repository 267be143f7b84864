import { useEffect, useState } from 'react';
import { useLocale } from '../session/use-locale.ts';

interface PdfFrameProps {
  readonly file: Blob;
  readonly title: string;
}

/**
 * A PDF in the page. It is shown from memory, because what the server sends is marked "not in a
 * frame"; phones that show no PDF in a frame get the link to open it.
 */
export function PdfFrame({ file, title }: PdfFrameProps) {
  const { t } = useLocale();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (url === undefined) return null;
  return (
    <div className="pdf">
      <a href={url} target="_blank" rel="noreferrer" className="pdf-open">
        {t('documents.newTab')}
      </a>
      <iframe src={`${url}#toolbar=0&navpanes=0`} title={title} className="pdf-frame" />
    </div>
  );
}
