/**
 * A flow as BPMN 2.0 with its picture. Lossless: {@link importBpmn} gives the same flow back.
 *
 * The tree that is entered after a refusal is a process of its own, in a pool of its own, which
 * begins with the signal `denied`: it may be entered from any step that may deny, and lines from
 * all of them would be drawn through everything else.
 */
import type { FlowDefinition } from '@yichuang/kernel/flow';
import type { ModdleElement } from 'bpmn-moddle';
import { moddle } from './extension.ts';
import type { DrawingTexts } from './drawing.ts';
import { rootsOf } from './root.ts';
import { drawingTextsIn } from './texts.ts';
import { writeElements, type SharedElements } from './write-elements.ts';
import { writePicture } from './write-picture.ts';

export interface ExportOptions {
  /** Of the item, as the diagram's name. */
  readonly name: string;
  /** Chinese unless told, as the names of the flow are. */
  readonly texts?: DrawingTexts;
}

export async function exportFlow(flow: FlowDefinition, options: ExportOptions): Promise<string> {
  const shared: SharedElements = { messages: new Map(), signals: new Map() };
  const written = rootsOf(flow, options.name, options.texts ?? drawingTextsIn('zh-CN')).map(
    (root) => ({
      ...root,
      ...writeElements(root, shared),
    }),
  );
  const pools = written.length > 1 ? poolsOf(written) : undefined;
  const definitions = moddle.create('bpmn:Definitions', {
    id: 'Definitions',
    name: options.name,
    targetNamespace: 'urn:yichuang:items',
    expressionLanguage: FEEL,
    rootElements: [
      ...shared.messages.values(),
      ...shared.signals.values(),
      ...(pools === undefined ? [] : [pools.element]),
      ...written.map((root) => root.process),
    ],
    diagrams: [writePicture(written, pools)],
  });
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}

const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

function poolsOf(roots: readonly { readonly process: ModdleElement; readonly name: string }[]) {
  const participants = roots.map(({ process, name }) =>
    moddle.create('bpmn:Participant', {
      id: `Participant_${process.id ?? ''}`,
      name,
      processRef: process,
    }),
  );
  const element = moddle.create('bpmn:Collaboration', { id: 'Collaboration', participants });
  return { element, participants };
}
