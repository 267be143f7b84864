/**
 * `classify [--train FILE] [--model FILE] < LETTERS`: learns from labelled letters, or reads what
 * was learned, and labels the letters of standard input (docs/insight.md). Ends with 0 when every
 * line was labelled, 1 when some could not be, 2 when nothing can be done.
 */
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import {
  readClassifier,
  TooFewLabels,
  trainClassifier,
  UnreadableModel,
  type Classifier,
  type Example,
} from '../insight/index.ts';
import {
  readLetterLines,
  usualFields,
  type LetterFields,
  type LetterLine,
} from './classify-lines.ts';
import { CommandError } from './command-error.ts';

const usage =
  'yichuang classify [--train FILE] [--model FILE] [--json] [--why] [--title-field NAME]...\n' +
  '                  [--text-field NAME]... [--label-field NAME]... [--id-field NAME]... < LETTERS';

export interface ClassifyStreams {
  readonly input: NodeJS.ReadableStream;
  readonly print: (line: string) => void;
  /** What is wrong with a line. */
  readonly warn: (line: string) => void;
}

export async function classifyCommand(
  args: readonly string[],
  { input, print, warn }: ClassifyStreams,
): Promise<number> {
  const values = optionsOf(args);
  const fields = fieldsOf(values);
  let hasBadLine = false;
  const complain = (where: string, line: number, error: string): void => {
    hasBadLine = true;
    warn(`${where} line ${line}: ${error}`);
  };
  const classifier = await classifierOf(values, fields, complain);
  const lines = createInterface({ input, crlfDelay: Infinity });
  for await (const read of readLetterLines(lines, fields)) {
    if ('error' in read) {
      complain('input', read.line, read.error);
      if (values.json === true) print(JSON.stringify(read));
    } else print(answerTo(read, classifier, values.json === true, values.why === true));
  }
  return hasBadLine ? 1 : 0;
}

type Options = ReturnType<typeof optionsOf>;

function optionsOf(args: readonly string[]) {
  const names = { type: 'string', multiple: true } as const;
  return parseArgs({
    args: [...args],
    options: {
      train: { type: 'string' },
      model: { type: 'string' },
      json: { type: 'boolean' },
      why: { type: 'boolean' },
      'title-field': names,
      'text-field': names,
      'label-field': names,
      'id-field': names,
    },
  }).values;
}

function fieldsOf(values: Options): LetterFields {
  return {
    title: values['title-field'] ?? usualFields.title,
    text: values['text-field'] ?? usualFields.text,
    label: values['label-field'] ?? usualFields.label,
    id: values['id-field'] ?? usualFields.id,
  };
}

async function classifierOf(
  { train, model }: Options,
  fields: LetterFields,
  complain: (where: string, line: number, error: string) => void,
): Promise<Classifier> {
  try {
    if (train === undefined) {
      if (model === undefined) throw new CommandError(usage);
      return await readClassifier(await readFile(model));
    }
    const classifier = await trainClassifier(await readExamples(train, fields, complain));
    if (model !== undefined) await writeFile(model, classifier.toBytes());
    return classifier;
  } catch (error) {
    if (error instanceof TooFewLabels) {
      throw new CommandError(`${train}: ${error.message}`, { cause: error });
    }
    if (error instanceof UnreadableModel) {
      throw new CommandError(`${model}: ${error.message}`, { cause: error });
    }
    if (error instanceof Error && 'code' in error) {
      throw new CommandError(error.message, { cause: error });
    }
    throw error;
  }
}

async function readExamples(
  file: string,
  fields: LetterFields,
  complain: (where: string, line: number, error: string) => void,
): Promise<Example[]> {
  const examples: Example[] = [];
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const read of readLetterLines(lines, fields)) {
    if ('error' in read) complain(file, read.line, read.error);
    else if (read.label === undefined) {
      complain(file, read.line, `no label in ${fields.label.join(', ')}`);
    } else examples.push({ letter: read.letter, label: read.label });
  }
  return examples;
}

function answerTo(
  { line, id, letter }: LetterLine,
  classifier: Classifier,
  isJson: boolean,
  hasWhy: boolean,
): string {
  const { label, confidence, why } = hasWhy
    ? classifier.classify(letter)
    : { ...classifier.label(letter), why: [] };
  if (isJson) {
    const reasons = why.map(({ words, field, weight }) => ({
      words,
      field,
      weight: short(weight),
    }));
    const told = {
      line,
      ...(id === undefined ? {} : { id }),
      label,
      confidence: short(confidence),
    };
    return JSON.stringify(hasWhy ? { ...told, why: reasons } : told);
  }
  const reasons = hasWhy ? [why.map(({ words }) => words).join('、')] : [];
  return [label, confidence.toFixed(2), ...reasons, letter.title].join('\t');
}

function short(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
