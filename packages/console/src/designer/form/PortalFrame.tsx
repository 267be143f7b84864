import { useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { PreviewSize } from './preview-sizes.ts';

/** Served for any version in its address; only a page's own address is kept for ever. */
const PORTAL_STYLES = '/assets/preview/portal.css';
const WIDTHS: Readonly<Record<PreviewSize, number>> = { phone: 390, desktop: 1024 };

interface PortalFrameProps {
  readonly size: PreviewSize;
  readonly title: string;
  readonly children: ReactNode;
}

/** A page of its own inside the page: the portal's style sheet, at a real width, scaled to fit. */
export function PortalFrame({ size, title, children }: PortalFrameProps) {
  const [body, setBody] = useState<HTMLElement>();
  const prepare = (frame: HTMLIFrameElement | null) => {
    const page = frame?.contentDocument;
    if (page === null || page === undefined || page.head.childElementCount > 0) return;
    const styles = page.createElement('link');
    styles.rel = 'stylesheet';
    styles.href = PORTAL_STYLES;
    page.head.append(styles);
    page.documentElement.lang = document.documentElement.lang;
    setBody(page.body);
  };
  return (
    <div className={`portal-frame portal-frame-${size}`}>
      <iframe ref={prepare} title={title} width={WIDTHS[size]} />
      {body === undefined ? null : createPortal(children, body)}
    </div>
  );
}
