import { existsSync, readFileSync } from 'node:fs';
import { instantFromMs, instantMs, instant } from '@yichuang/kernel/time';
import type { IndexedLetter } from '../../packages/server/src/insight/index.ts';
import { randomFrom } from './random.ts';

export interface LetterSupply {
  /** Where the sentences come from, for the report. */
  readonly source: 'sentences of real letters' | 'an invented grammar';
  /** The same seed gives the same letters, and fewer are the beginning of more. */
  letters(count: number, seed: number): Generator<IndexedLetter>;
}

const folder = new URL('../../../shared/data/letters/', import.meta.url);
const files = ['letters_labelled.jsonl', 'messages_hot.jsonl', 'replies.jsonl'];

/** Letters that hold the words, lengths and repetitions of real ones, and are none of them. */
export function supplyLetters(): LetterSupply {
  const isReal = files.every((name) => existsSync(new URL(name, folder)));
  const texts = isReal ? realTexts() : inventedTexts();
  const sentences = texts.flatMap(({ body }) => sentencesOf(body));
  return {
    source: isReal ? 'sentences of real letters' : 'an invented grammar',
    *letters(count, seed) {
      const random = randomFrom(seed);
      const pick = <T>(of: readonly T[]): T => {
        const chosen = of[Math.floor(random() * of.length)];
        if (chosen === undefined) throw new RangeError('nothing to pick from');
        return chosen;
      };
      let last: { title: string; body: string; senderId: string } | undefined;
      for (let n = 0; n < count; n++) {
        // One letter in ten is the one before it, written again by the same or another person.
        const again = last !== undefined && random() < 0.1 ? last : undefined;
        const own = again ?? pick(texts);
        const parts = [...sentencesOf(own.body).slice(0, 4), pick(sentences), pick(sentences)];
        const senderId = again?.senderId ?? uuidOf(n % 60_000, 'b');
        const body = parts.join('');
        const title = again === undefined ? mixed(own.title, pick(texts).title, random) : own.title;
        last = { title, body, senderId };
        yield {
          caseId: uuidOf(n, 'a'),
          receivedAt: instantFromMs(firstMs + n * 400_000),
          senderId,
          orgId: `org-${Math.floor(random() ** 2 * 40)}`,
          category: `category-${Math.floor(random() * 7)}`,
          isWithheld: random() < 0.02,
          title,
          body,
        };
      }
    },
  };
}

const firstMs = instantMs(instant('2024-05-01T00:00:00.000Z'));

/** The beginning of one title and the end of another: new combinations of place and matter. */
function mixed(title: string, other: string, random: () => number): string {
  if (random() < 0.3) return title;
  const half = Math.ceil(title.length / 2);
  return `${title.slice(0, half)}${other.slice(Math.floor(other.length / 2))}`;
}

function uuidOf(n: number, kind: 'a' | 'b'): string {
  return `${n.toString(16).padStart(8, '0')}-0000-4000-8000-00000000000${kind}`;
}

function sentencesOf(body: string): string[] {
  return body.match(/[^。！？；]+[。！？；]?/gu) ?? [];
}

interface SourceText {
  readonly title: string;
  readonly body: string;
}

function realTexts(): SourceText[] {
  return files.flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const { title, detail } = JSON.parse(line) as { title?: string; detail?: string };
        if (title === undefined || detail === undefined || detail === null) return [];
        return [{ title, body: detail }];
      }),
  );
}

/** Where the letters are absent: fewer words, so searches find more and the figures are worse. */
function inventedTexts(): SourceText[] {
  const of = (text: string): string[] => text.split(' ');
  const places = of(
    '云溪路 桂花园 大桥村 青石镇 长河湾 松林小学 南门市场 北站广场 竹山社区 清水苑',
  );
  const things = of(
    '路灯 污水井 电梯 公交车 停车位 自来水 垃圾站 烧烤店 施工队 幼儿园 医保卡 退休金',
  );
  const faults = of(
    '坏了无人修理 夜里噪音太大 收费不合理 一直没有答复 存在安全隐患 油烟太重 经常中断',
  );
  return places.flatMap((place) =>
    things.flatMap((thing) =>
      faults.map((fault) => ({
        title: `${place}${thing}${fault}`,
        body: `${place}的${thing}${fault}。已经反映过多次！请有关部门到${place}查看；希望早日解决。`,
      })),
    ),
  );
}
