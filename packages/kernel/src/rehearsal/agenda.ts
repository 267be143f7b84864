/** What is to happen, by its time; of the same time, what was put down first. A binary heap. */
export interface Agenda<T> {
  put(at: number, what: T): void;
  /** The next thing; undefined when nothing is left. */
  take(): { readonly at: number; readonly what: T } | undefined;
}

interface Item<T> {
  readonly at: number;
  readonly order: number;
  readonly what: T;
}

export function makeAgenda<T>(): Agenda<T> {
  const heap: Item<T>[] = [];
  let order = 0;
  return {
    put(at, what) {
      heap.push({ at, order, what });
      order += 1;
      rise(heap, heap.length - 1);
    },
    take() {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined) return undefined;
      if (heap.length > 0) {
        heap[0] = last;
        sink(heap);
      }
      return { at: first.at, what: first.what };
    },
  };
}

function isBefore<T>(a: Item<T>, b: Item<T>): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function rise<T>(heap: Item<T>[], from: number): void {
  for (let child = from; child > 0;) {
    const parent = (child - 1) >> 1;
    if (!swapIfBefore(heap, child, parent)) return;
    child = parent;
  }
}

function sink<T>(heap: Item<T>[]): void {
  for (let parent = 0; ;) {
    const left = 2 * parent + 1;
    const [a, b] = [heap[left], heap[left + 1]];
    if (a === undefined) return;
    const child = b !== undefined && isBefore(b, a) ? left + 1 : left;
    if (!swapIfBefore(heap, child, parent)) return;
    parent = child;
  }
}

/** Puts the earlier of the two into the place of the parent. */
function swapIfBefore<T>(heap: Item<T>[], child: number, parent: number): boolean {
  const [low, high] = [heap[child], heap[parent]];
  if (low === undefined || high === undefined || !isBefore(low, high)) return false;
  heap[parent] = low;
  heap[child] = high;
  return true;
}
