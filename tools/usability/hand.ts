// A person at a screen, counted: every click, key and page, and the seconds of hand and head by
// the keystroke-level model (Card, Moran, Newell 1980).

import type { Locator, Page } from 'playwright-core';

/** Seconds of each operator; the published values, none of them tuned to us. */
export const operators = {
  /** One key, an average typist (40 words a minute). */
  key: 0.28,
  /** To a place on the screen, with the mouse or a thumb (Fitts). */
  point: 1.1,
  /** The button of the mouse pressed and let go, or the tap. */
  press: 0.2,
  /** The hand from mouse to keyboard or back; a phone has no such way. */
  home: 0.4,
  /** What next? Before each click, each field, and once for each page to take in. */
  think: 1.35,
} as const;

/** Keys of a full-pinyin input method for one character: two or three letters, then the choice. */
export const keysPerCharacter = 3;

export interface Effort {
  readonly clicks: number;
  readonly keys: number;
  /** Pages and case views that came up. */
  readonly pages: number;
  /** Hand and head, by the model. */
  readonly personSeconds: number;
  /** From each last input until what was waited for could be seen, measured. */
  readonly machineSeconds: number;
}

export class Hand {
  readonly page: Page;
  readonly #isPhone: boolean;
  #clicks = 0;
  #keys = 0;
  #pages = 0;
  #seconds = 0;
  #machineMs = 0;
  #isOnKeys = false;

  constructor(page: Page, isPhone: boolean) {
    this.page = page;
    this.#isPhone = isPhone;
  }

  async click(target: Locator): Promise<void> {
    await this.#timed(() => target.click());
    this.#clicks += 1;
    this.#move(false);
    this.#seconds += operators.think + operators.point + operators.press;
  }

  /** Clicks into the field, then types; Chinese through an input method. */
  async type(target: Locator, text: string): Promise<void> {
    await this.click(target);
    await this.#timed(() => target.fill(text));
    const keys = keysOf(text);
    this.#keys += keys;
    this.#move(true);
    this.#seconds += keys * operators.key;
  }

  /** Enter, to send what was typed. */
  async enter(): Promise<void> {
    await this.#timed(() => this.page.keyboard.press('Enter'));
    this.#keys += 1;
    this.#seconds += operators.key;
  }

  /** A page, or another case in its place, is there: `sight` can be seen, and is taken in. */
  async arrive(sight: Locator): Promise<void> {
    await this.see(sight);
    this.#pages += 1;
    this.#seconds += operators.think;
  }

  /** Waits for an answer on the same page. */
  async see(sight: Locator): Promise<void> {
    await this.#timed(() => sight.waitFor());
  }

  effort(): Effort {
    return {
      clicks: this.#clicks,
      keys: this.#keys,
      pages: this.#pages,
      personSeconds: this.#seconds,
      machineSeconds: this.#machineMs / 1000,
    };
  }

  #move(toKeys: boolean): void {
    if (!this.#isPhone && this.#isOnKeys !== toKeys) this.#seconds += operators.home;
    this.#isOnKeys = toKeys;
  }

  async #timed(work: () => Promise<unknown>): Promise<void> {
    const from = performance.now();
    await work();
    this.#machineMs += performance.now() - from;
  }
}

/** @returns how often a key is pressed: a Chinese character three times, any other sign once */
export function keysOf(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? keysPerCharacter : 1),
    0,
  );
}
