import qrcode from 'qrcode';

/** White modules around the code: the standard's quiet zone (ISO/IEC 18004) asks for four. */
const QUIET_MODULES = 4;

/**
 * A QR code as SVG, one path, black on white, level M (15 % of it may be damaged).
 *
 * Throws when the text is longer than a QR code can hold (2,331 bytes at this level).
 */
export function drawQrCode(text: string): string {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET_MODULES;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue;
      let run = 1;
      while (column + run < modules.size && modules.get(row, column + run) === 1) run += 1;
      path += `M${column + QUIET_MODULES} ${row + QUIET_MODULES}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path d="${path}"/></svg>`
  );
}
