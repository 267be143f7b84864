import type { DocumentMoment } from './item.ts';
import type { Proceeding } from './proceeding.ts';

interface Order {
  readonly template: string;
  readonly moment: DocumentMoment | 'certificate' | 'other';
  readonly nodeId?: string;
}

/** Orders a document; a job renders, numbers and seals it. Returns its id within the case. */
export function orderDocument(p: Proceeding, order: Order): string {
  const documentId = `d${Object.keys(p.state().documents).length + 1}`;
  p.emit({ type: 'DocumentOrdered', documentId, ...order });
  return documentId;
}

/** The document that the item issues at this moment; the id is '' where it issues none. */
export function orderDocumentFor(p: Proceeding, moment: DocumentMoment): string {
  const template = p.context.item.documents?.[moment];
  return template === undefined ? '' : orderDocument(p, { template, moment });
}
