/**
 * A template of a trial county: the same document with its mark over every page. In the foreground,
 * where no template sets anything and no table or seal can cover it; pale enough to read through.
 *
 * @param inside path of the template below Typst's root, beginning with a slash
 */
export function markedTemplate(inside: string): string {
  return `#set page(foreground: {
  place(top + center, dy: 8mm, block(
    stroke: 0.8pt + rgb("#b3261e"), inset: (x: 8pt, y: 4pt), radius: 2pt,
    text(font: "Noto Sans SC", size: 10.5pt, fill: rgb("#b3261e"))[试运行 仅供培训，不具有法律效力],
  ))
  place(center + horizon, rotate(-32deg, text(
    font: "Noto Sans SC", size: 90pt, weight: "bold", fill: rgb("#b3261e1f"), tracking: 18pt,
  )[试运行]))
})
#include "${inside}"
`;
}
