/** The diagram interchange: where every shape and every line lies. */
import type { ModdleElement } from 'bpmn-moddle';
import { LABEL, type Box, type Drawing, type Edge, type Shape } from './drawing.ts';
import { moddle } from './extension.ts';
import type { Root } from './root.ts';
import type { Written } from './write-elements.ts';

interface Pools {
  readonly element: ModdleElement;
  readonly participants: readonly ModdleElement[];
}

export function writePicture(
  roots: readonly (Root & Written)[],
  pools: Pools | undefined,
): ModdleElement {
  const bounds = (box: Box) => {
    const { x, y, width, height } = box;
    return moddle.create('dc:Bounds', { x, y, width, height });
  };
  const planeElement = roots.flatMap((root, i) => {
    const pool = pools?.participants[i];
    const drawn = drawingOf(root.drawing, root.elements);
    return pool === undefined ? drawn : [poolShape(pool, root), ...drawn];
  });
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: 'Plane',
    bpmnElement: pools?.element ?? roots[0]?.process,
    planeElement,
  });
  return moddle.create('bpmndi:BPMNDiagram', { id: 'Diagram', plane });

  function poolShape(pool: ModdleElement, { width, height, drawing }: Root): ModdleElement {
    const x = Math.min(...drawing.shapes.map((shape) => shape.x)) - 90;
    const y = Math.min(...drawing.shapes.map((shape) => shape.y)) - 50;
    return moddle.create('bpmndi:BPMNShape', {
      id: `${pool.id ?? ''}..shape`,
      bpmnElement: pool,
      isHorizontal: true,
      bounds: bounds({ x, y, width: width + 130, height: height + 100 }),
    });
  }

  function drawingOf(
    { shapes, edges }: Drawing,
    elements: ReadonlyMap<string, ModdleElement>,
  ): ModdleElement[] {
    return [
      ...shapes.flatMap((shape) => [
        shapeOf(shape, elements.get(shape.elementId)),
        ...(shape.inside === undefined ? [] : drawingOf(shape.inside, elements)),
      ]),
      ...edges.map((edge) => edgeOf(edge, elements.get(edge.elementId))),
    ];
  }

  function shapeOf(shape: Shape, bpmnElement: ModdleElement | undefined): ModdleElement {
    const label = labelBounds(shape);
    return moddle.create('bpmndi:BPMNShape', {
      id: `${shape.elementId}..shape`,
      bpmnElement,
      ...(shape.inside === undefined ? {} : { isExpanded: true }),
      ...(shape.type === 'bpmn:ExclusiveGateway' ? { isMarkerVisible: true } : {}),
      bounds: bounds(shape),
      ...(label === undefined ? {} : { label: labelOf(label) }),
    });
  }

  function edgeOf({ elementId, points, label }: Edge, bpmnElement: ModdleElement | undefined) {
    return moddle.create('bpmndi:BPMNEdge', {
      id: `${elementId}..edge`,
      bpmnElement,
      waypoint: points.map(({ x, y }) => moddle.create('dc:Point', { x, y })),
      ...(label === undefined ? {} : { label: labelOf(label) }),
    });
  }

  function labelOf(box: Box): ModdleElement {
    return moddle.create('bpmndi:BPMNLabel', { bounds: bounds(box) });
  }
}

/** Where the name of an event or a gateway is written; other shapes hold theirs inside. */
export function labelBounds(shape: Shape): Box | undefined {
  if (shape.label === undefined || shape.name === undefined) return undefined;
  const x = shape.x + shape.width / 2 - LABEL.width / 2;
  const y = shape.label === 'below' ? shape.y + shape.height + 4 : shape.y - LABEL.height - 4;
  return { x, y, ...LABEL };
}
