import type { MaterialView } from '@yichuang/contracts';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { casesApi } from '../api/cases.ts';
import { useLocale } from '../session/use-locale.ts';
import { RemotePdf } from '../ui/RemotePdf.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';

interface PageViewerProps {
  readonly caseId: string;
  readonly material: MaterialView;
}

const ZOOMS = [1, 1.5, 2, 3, 4] as const;
const QUARTER = 90;

/** The pages of one material, one at a time: zoom, rotate, next by key; a PDF as it is. */
export function PageViewer({ caseId, material }: PageViewerProps) {
  const { t } = useLocale();
  const { pages, name } = material;
  const [index, setIndex] = useState(0);
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  useEffect(() => {
    setZoom(0);
    setTurns(0);
  }, [index]);
  const page = pages[index];
  const step = (by: number) => setIndex((i) => Math.min(Math.max(i + by, 0), pages.length - 1));
  const scale = (by: number) => setZoom((z) => Math.min(Math.max(z + by, 0), ZOOMS.length - 1));
  useHotkeys({
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    '+': () => scale(1),
    '=': () => scale(1),
    '-': () => scale(-1),
    '0': () => setZoom(0),
    r: () => setTurns((n) => n + 1),
  });
  if (page === undefined) return <NoPages material={material} />;
  const url = casesApi.fileUrl(caseId, page.sha256);
  const label = t('materials.pageAlt', { name, n: index + 1 });
  const isPicture = page.mediaType.startsWith('image/');
  return (
    <div className="viewer">
      <div className="viewer-bar" role="toolbar" aria-label={name}>
        <Button size="small" disabled={index === 0} onClick={() => step(-1)}>
          {t('materials.previousPage')}
        </Button>
        <span className="tabular" aria-live="polite">
          {t('materials.page', { n: index + 1, all: pages.length })}
        </span>
        <Button size="small" disabled={index === pages.length - 1} onClick={() => step(1)}>
          {t('materials.nextPage')}
        </Button>
        {isPicture ? (
          <>
            <span className="viewer-gap" />
            <Button size="small" disabled={zoom === 0} onClick={() => scale(-1)}>
              {t('materials.zoomOut')}
            </Button>
            <Button size="small" disabled={zoom === ZOOMS.length - 1} onClick={() => scale(1)}>
              {t('materials.zoomIn')}
            </Button>
            <Button size="small" onClick={() => setTurns((n) => n + 1)}>
              {t('materials.rotate')}
            </Button>
          </>
        ) : null}
      </div>
      {isPicture ? (
        <Paper label={label} url={url} zoom={ZOOMS[zoom] ?? 1} turns={turns} />
      ) : page.mediaType.startsWith('video/') ? (
        // What a resident filmed comes without captions; its letter says what is to be seen.
        <video className="viewer-video" src={url} controls preload="metadata" aria-label={label} />
      ) : (
        <RemotePdf path={url} title={label} />
      )}
    </div>
  );
}

interface PaperProps {
  readonly label: string;
  readonly url: string;
  readonly zoom: number;
  /** Quarter turns. */
  readonly turns: number;
}

function Paper({ label, url, zoom, turns }: PaperProps) {
  return (
    // The frame scrolls, so that keyboards must be able to reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="viewer-paper" tabIndex={0} role="region" aria-label={label}>
      <img
        src={url}
        alt={label}
        style={{ width: `${zoom * 100}%`, rotate: `${turns * QUARTER}deg` }}
      />
    </div>
  );
}

function NoPages({ material }: { readonly material: MaterialView }) {
  const { t } = useLocale();
  return (
    <div className="viewer viewer-empty">
      <p>{t(material.isOnPaper ? 'materials.paperExpected' : 'materials.noPages')}</p>
    </div>
  );
}
