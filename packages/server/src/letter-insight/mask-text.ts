/**
 * Personal data in a letter hidden by rule, for the person who publishes it to check: phones,
 * identity and bank numbers, plates, addresses of mail, doors of houses, names where their place
 * in the sentence gives them away. A rule finds not everything; a person reads it before anybody
 * else does.
 */
import {
  account,
  door,
  houseNumber,
  mask,
  namedAfter,
  namedBefore,
  plate,
} from './mask-text.messages.ts';

const idNumber = /(?<![0-9])[1-9]\d{5}(?:19|20)\d{2}\d{2}\d{2}\d{3}[0-9Xx](?![0-9])/gu;
const bankCard = /(?<![0-9])\d{16,19}(?![0-9])/gu;
const mobile = /(?<![0-9])1[3-9]\d{9}(?![0-9])/gu;
const landline = /(?<![0-9])0\d{2,3}[-—\s]?\d{7,8}(?![0-9])/gu;
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const WHOLE = [idNumber, bankCard, mobile, landline, mailAddress, plate, door, houseNumber];

/** @param names that are known, such as the sender's: hidden wherever they stand */
export function maskText(text: string, names: readonly string[] = []): string {
  const known = names
    .filter((name) => [...name].length > 1)
    .reduce((masked, name) => masked.replaceAll(name, hiddenName(name)), text);
  const numbers = WHOLE.reduce((masked, pattern) => masked.replace(pattern, hidden), known);
  return numbers
    .replace(account, (_all, lead: string) => `${lead}${mask.repeat(3)}`)
    .replace(namedAfter, (_all, lead: string, name: string) => `${lead}${hiddenName(name)}`)
    .replace(namedBefore, (_all, family: string) => `${family}${mask}`);
}

function hidden(found: string): string {
  return mask.repeat(Math.min(3, [...found].length));
}

/** 王× : the family name says little, and the sentence can still be read. */
function hiddenName(name: string): string {
  return `${[...name][0] ?? ''}${mask}`;
}
