/** Small BPMN files in a few words. Read by tests only. */

const TYPES: Readonly<Record<string, string>> = {
  start: 'startEvent',
  end: 'endEvent',
  x: 'exclusiveGateway',
  and: 'parallelGateway',
  or: 'inclusiveGateway',
};

/**
 * A process from its lines: `start > A`, `x1 > B if area = 1`, `x1 > C default`. An element's kind
 * is told by the letters of its id (`x1`, `and2`, `or3`, `start`, `end`), anything else is a user
 * task; `elements` says those that are none of these.
 */
export function smallModel(lines: readonly string[], elements: readonly string[] = []): string {
  const parsed = lines.map((line, i) => {
    const [, from = '', to = '', , when, isDefault] =
      /^(\S+) > (\S+)( if (.*?))?( default)?$/u.exec(line) ?? [];
    return { id: `f${i + 1}`, from, to, when, isDefault: isDefault !== undefined };
  });
  const told = new Set(elements.map((element) => /id="(\S+?)"/u.exec(element)?.[1]));
  const ids = [...new Set(parsed.flatMap(({ from, to }) => [from, to]))].filter(
    (id) => !told.has(id),
  );
  const drawn = ids.map((id) => {
    const type = TYPES[id.replace(/\d+$/u, '')] ?? 'userTask';
    const way = parsed.find(({ from, isDefault }) => from === id && isDefault);
    return `<${type} id="${id}" name="${id}"${way === undefined ? '' : ` default="${way.id}"`}/>`;
  });
  const flows = parsed.map(({ id, from, to, when }) => {
    const ends = `id="${id}" name="${id}" sourceRef="${from}" targetRef="${to}"`;
    if (when === undefined) return `<sequenceFlow ${ends}/>`;
    const condition = `<conditionExpression>${when}</conditionExpression>`;
    return `<sequenceFlow ${ends}>${condition}</sequenceFlow>`;
  });
  return asFile(`<process id="P" name="P">${[...drawn, ...elements, ...flows].join('')}</process>`);
}

export function asFile(inside: string): string {
  const namespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
  const start = `<?xml version="1.0"?><definitions xmlns="${namespace}" id="definitions">`;
  return `${start}${inside}</definitions>`;
}
