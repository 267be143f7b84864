import type { FilePage, MaterialDefinition } from '@yichuang/kernel/case';
import { Button, Checkbox } from 'antd';
import { useEffect, useId, useRef, useState, type ChangeEvent } from 'react';
import { counterApi } from '../api/counter.ts';
import { formatBytes } from '../format/format-bytes.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import type { HandedIn } from './handed-in.ts';
import { mendImage } from './mend-image.ts';
import { movePage } from './page-order.ts';

interface PageUploadsProps {
  readonly itemCode: string;
  /** Of the case that the pages are for; without it the version in force. */
  readonly itemVersion?: number | undefined;
  readonly materialId: string;
  readonly name: string;
  readonly definition: MaterialDefinition | undefined;
  readonly value: HandedIn;
  readonly onChange: (value: HandedIn) => void;
}

/** Pages of one material: from files, from the camera, or "the paper has been handed over". */
export function PageUploads(props: PageUploadsProps) {
  const { itemCode, itemVersion, materialId, name, definition, value, onChange } = props;
  const { t } = useLocale();
  const fileInput = useRef<HTMLInputElement>(null);
  const cameraInput = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState('');
  const [error, setError] = useState<unknown>();
  const id = useId();
  const carrier = definition?.carrier ?? 'both';
  const accept = definition?.upload?.accept.join(',');
  // What was ticked, moved or removed while a page was on its way stays so.
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    setError(undefined);
    try {
      for (const file of files) {
        setSending(file.name);
        const mended = await mendImage(file, definition?.upload);
        const of = { itemCode, itemVersion, materialId };
        const page = await counterApi.upload(mended, mended.name, of);
        latest.current = { ...latest.current, pages: [...latest.current.pages, page] };
        onChange(latest.current);
      }
    } catch (caught) {
      setError(caught);
    } finally {
      setSending('');
    }
  };
  const input = (ref: React.Ref<HTMLInputElement>, isCamera: boolean) => (
    <input
      ref={ref}
      type="file"
      className="file-input"
      aria-label={`${t(isCamera ? 'counter.photograph' : 'counter.upload')} ${name}`}
      tabIndex={-1}
      multiple={!isCamera}
      accept={isCamera ? 'image/*' : mendable(accept)}
      {...(isCamera ? { capture: 'environment' as const } : {})}
      onChange={(event) => void take(event)}
    />
  );
  return (
    <div className="uploads">
      {carrier === 'paper' ? null : (
        <>
          <UploadRules definition={definition} />
          {value.pages.length === 0 ? null : (
            <ol className="pages">
              {value.pages.map((page, index) => (
                <li key={page.sha256}>
                  <Thumbnail page={page} alt={t('materials.pageAlt', { name, n: index + 1 })} />
                  <span className="quiet">{formatBytes(page.bytes)}</span>
                  <Button
                    size="small"
                    disabled={index === 0}
                    aria-label={t('counter.pageUp', { n: index + 1 })}
                    onClick={() => onChange({ ...value, pages: movePage(value.pages, index) })}
                  >
                    ←
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('counter.removePage', { n: index + 1 })}
                    onClick={() =>
                      onChange({ ...value, pages: value.pages.filter((_, i) => i !== index) })
                    }
                  >
                    ✕
                  </Button>
                </li>
              ))}
            </ol>
          )}
          {input(fileInput, false)}
          {input(cameraInput, true)}
          <div className="upload-acts">
            <Button loading={sending !== ''} onClick={() => fileInput.current?.click()}>
              {t('counter.upload')}
            </Button>
            <Button disabled={sending !== ''} onClick={() => cameraInput.current?.click()}>
              {t('counter.photograph')}
            </Button>
            <span role="status" className="quiet">
              {sending === '' ? '' : t('counter.uploading', { name: sending })}
            </span>
          </div>
        </>
      )}
      {carrier === 'electronic' ? null : (
        <Checkbox
          id={id}
          checked={value.isOnPaper}
          onChange={(event) => onChange({ ...value, isOnPaper: event.target.checked })}
        >
          {t('counter.paper')}
        </Checkbox>
      )}
      {error === undefined ? null : <ProblemNotice error={error} />}
    </div>
  );
}

/** Where JPEG is taken, any picture is: it is made into one. */
function mendable(accept: string | undefined): string | undefined {
  return accept?.includes('image/jpeg') === true ? `${accept},image/*` : accept;
}

function Thumbnail({ page, alt }: { readonly page: FilePage; readonly alt: string }) {
  if (!page.mediaType.startsWith('image/')) return <span className="page-name">{page.name}</span>;
  return <img src={counterApi.uploadUrl(page.sha256)} alt={alt} width={72} height={96} />;
}

function UploadRules({ definition }: { readonly definition: MaterialDefinition | undefined }) {
  const { t } = useLocale();
  const rule = definition?.upload;
  if (rule === undefined) return null;
  const types = rule.accept.map((type) => type.split('/').at(-1)?.toUpperCase() ?? type);
  return (
    <p className="quiet">
      {t('counter.limits', {
        types: types.join(t('list.comma')),
        size: formatBytes(rule.maxBytes),
        pages: rule.maxPages,
      })}
    </p>
  );
}
