/** Long enough for any print dialogue; then the sheet is gone from memory too. */
const KEPT_MS = 120_000;

/**
 * Hands a PDF to the browser's printing without showing it on the page. The frame is not displayed
 * and goes away; who prints sees the sheet all the same, in the preview or in the tray.
 */
export function printPdf(file: Blob): void {
  const url = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }));
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.title = '';
  frame.setAttribute('aria-hidden', 'true');
  frame.addEventListener('load', () => frame.contentWindow?.print(), { once: true });
  frame.src = url;
  document.body.append(frame);
  setTimeout(() => {
    frame.remove();
    URL.revokeObjectURL(url);
  }, KEPT_MS);
}
