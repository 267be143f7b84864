/** A model of others as bpmn-engine can run it to the end. Read by tests only. */

/**
 * One process is run alone. Plain tasks, which the engine would pass without waiting, wait as user
 * tasks do, and so does what sends a message; a case has begun when it is there; a number of
 * instances that the model leaves open is one; who does a task is not the engine's business.
 */
export function forEngine(xml: string, processId: string): string {
  return transformations.reduce((text, change) => change(text), only(xml, processId));
}

/** Where a model only calls its lines Yes and No, the condition that these mean. */
export function withConditions(xml: string): string {
  const line = /<((?:[\w-]+:)?)sequenceFlow ([^>]*name="(Yes|No)"[^>]*?)(\/?)>/gu;
  return xml.replace(line, (_, prefix: string, said: string, word: string, end: string) => {
    const condition = `${prefix}conditionExpression`;
    const close = end === '' ? '' : `</${prefix}sequenceFlow>`;
    const inside = `<${condition}>\${answer == '${word}'}</${condition}>`;
    return `<${prefix}sequenceFlow ${said}>${inside}${close}`;
  });
}

/** A tag's name with whatever prefix the file gives to BPMN's namespace. */
const tag = (name: string, flags = 'gu'): RegExp =>
  new RegExp(`<(/?(?:[\\w-]+:)?)${name}(?=[ >/])`, flags);

function only(xml: string, processId: string): string {
  return xml.replace(/<((?:[\w-]+:)?)process ([^>]*)>/gu, (_, prefix: string, said: string) => {
    const others = said.replace(/ ?isExecutable="\w+"/u, '');
    return `<${prefix}process isExecutable="${said.includes(`id="${processId}"`)}" ${others}>`;
  });
}

function without(...names: readonly string[]): (xml: string) => string {
  return (xml) =>
    names.reduce((text, name) => {
      const whole = `<((?:[\\w-]+:)?)${name}(?=[\\s/>])(?:[^>]*/>|[^>]*>[\\s\\S]*?</\\1${name}>)`;
      return text.replace(new RegExp(whole, 'gu'), '');
    }, xml);
}

const transformations: readonly ((xml: string) => string)[] = [
  without('collaboration', 'globalTask', 'globalUserTask', 'resource', 'relationship'),
  without('potentialOwner', 'performer', 'itemDefinition', 'import', 'message'),
  without('ioSpecification', 'dataInputAssociation', 'dataOutputAssociation'),
  (xml) => xml.replace(tag('(?:task|manualTask)'), '<$1userTask'),
  (xml) =>
    xml.replace(/<((?:[\w-]+:)?)(startEvent)\b([^>]*[^/])>[\s\S]*?<\/\1startEvent>/gu, '<$1$2$3/>'),
  (xml) =>
    xml.replace(
      /<((?:[\w-]+:)?)(endEvent|intermediateThrowEvent)\b([^>]*[^/])>([\s\S]*?)<\/\1\2>/gu,
      (whole, prefix: string, _, attributes: string, inside: string) =>
        inside.includes('messageEventDefinition')
          ? `<${prefix}userTask${attributes}/>`
          : String(whole),
    ),
  (xml) =>
    xml.replace(
      /<((?:[\w-]+:)?multiInstanceLoopCharacteristics)\b[^>]*\/>/gu,
      (_, name: string) => {
        const cardinality = name.replace('multiInstanceLoopCharacteristics', 'loopCardinality');
        return `<${name}><${cardinality}>1</${cardinality}></${name}>`;
      },
    ),
];
