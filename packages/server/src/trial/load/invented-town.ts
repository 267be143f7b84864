import { citizenIdCheckDigit } from '@yichuang/kernel/ids';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { FormData, FormValue } from '@yichuang/kernel/form';
import { draw } from '@yichuang/kernel/rehearsal';
import { town } from './town.messages.ts';

/** Somebody invented; the n-th of a seed is always the same. */
export interface Townsman {
  readonly n: number;
  readonly name: string;
  readonly phone: string;
  /** Passes its check digit in a region that does not exist. */
  readonly idNumber: string;
  /** Where they sit: limits by address are kept for them as for anybody. */
  readonly address: string;
}

const MAN = 1;
const SHOP = 2;
/** What is drawn for, so that two questions about one thing get two answers. */
const NAME = 1;
const PLACE = 2;
const BIRTH = 3;

export function townsman(seed: number, n: number): Townsman {
  const year = 1950 + Math.floor(draw(seed, MAN, n, BIRTH) * 50);
  const month = 1 + (n % 12);
  const day = 1 + (n % 28);
  const birth = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
  const first17 = `999921${birth}${String(n % 1000).padStart(3, '0')}`;
  return {
    n,
    name: `${pick(town.surnames, draw(seed, MAN, n))}${pick(town.given, draw(seed, MAN, n, NAME))}`,
    phone: `198${String(10_000_000 + n).padStart(8, '0')}`,
    idNumber: `${first17}${citizenIdCheckDigit(first17)}`,
    address: `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
  };
}

export function pick<T>(from: readonly T[], share: number): T {
  const found = from[Math.floor(share * from.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

export function addressIn(seed: number, n: number): string {
  return town.address
    .replace('{road}', pick(town.roads, draw(seed, SHOP, n, PLACE)))
    .replace('{n}', String(1 + Math.floor(draw(seed, SHOP, n) * 180)));
}

/** A form that somebody in a hurry filled in, with this person's own words in it. */
export function ownWords(
  { form }: ItemDefinition,
  filled: FormData,
  seed: number,
  who: Townsman,
  filing: number,
): FormData {
  const shop =
    pick(town.shopWords, draw(seed, SHOP, filing, NAME)) +
    pick(town.shopKinds, draw(seed, SHOP, filing));
  const own = (field: string, value: FormValue): FormValue => {
    const schema = form?.schema.properties[field];
    const title = schema?.title ?? '';
    if (typeof value !== 'string' || schema === undefined) return value;
    if (schema.format === 'citizen-id') return who.idNumber;
    if (schema.format === 'mobile') return who.phone;
    if (schema.format !== undefined || schema.enum !== undefined) return value;
    if (town.personField.test(title)) return who.name;
    if (town.placeField.test(title)) return addressIn(seed, filing);
    return town.unitField.test(title) ? shop : value;
  };
  return Object.fromEntries(
    Object.entries(filled).map(([field, value]) => [field, own(field, value)]),
  );
}

/** What somebody writes about. */
export function letterOf(seed: number, filing: number): { title: string; body: string } {
  const { title, body } = pick(town.letters, draw(seed, filing, 7));
  const road = pick(town.roads, draw(seed, filing, 8));
  const n = String(1 + Math.floor(draw(seed, filing, 9) * 180));
  const filled = body.replace('{road}', road).replace('{n}', n);
  return { title: `${road}${title}`, body: filled };
}
