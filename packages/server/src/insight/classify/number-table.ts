/** Whole numbers above zero to whole numbers, in flat arrays: a Map takes far more memory. */
export interface NumberTable {
  readonly size: number;
  get(key: number): number | undefined;
  /** Adds to what is there, or to zero. */
  add(key: number, amount: number): void;
  set(key: number, value: number): void;
  each(visit: (key: number, value: number) => void): void;
}

export function createNumberTable(expected = 1024): NumberTable {
  let places = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
  let keys = new Uint32Array(places);
  let values = new Int32Array(places);
  let size = 0;

  const placeOf = (key: number): number => {
    let place = Math.imul(key, 0x9e3779b1) & (places - 1);
    for (;;) {
      const there = keys[place];
      if (there === key || there === 0) return place;
      place = (place + 1) & (places - 1);
    }
  };
  const place = (key: number): number => {
    const found = placeOf(key);
    if (keys[found] === key) return found;
    if ((size + 1) * 2 > places) {
      grow();
      return place(key);
    }
    keys[found] = key;
    size += 1;
    return found;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    places *= 2;
    keys = new Uint32Array(places);
    values = new Int32Array(places);
    oldKeys.forEach((key, at) => {
      if (key === 0) return;
      const to = placeOf(key);
      keys[to] = key;
      values[to] = oldValues[at] ?? 0;
    });
  };

  return {
    get size() {
      return size;
    },
    get(key) {
      const found = placeOf(key);
      return keys[found] === key ? values[found] : undefined;
    },
    add(key, amount) {
      const at = place(key);
      values[at] = (values[at] ?? 0) + amount;
    },
    set(key, value) {
      values[place(key)] = value;
    },
    each(visit) {
      keys.forEach((key, at) => key !== 0 && visit(key, values[at] ?? 0));
    },
  };
}
