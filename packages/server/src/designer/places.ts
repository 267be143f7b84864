/** JSON pointers (RFC 6901) into an item. */

export function valueAt(root: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>(childOf, root);
}

/** Id of the innermost flow node on the way to a place; undefined outside the flow. */
export function nodeAt(root: unknown, pointer: string): string | undefined {
  if (!pointer.startsWith('/flow/')) return undefined;
  let at: unknown = root;
  let found: string | undefined;
  for (const step of stepsOf(pointer)) {
    at = childOf(at, step);
    const [id, kind] = [childOf(at, 'id'), childOf(at, 'kind')];
    if (typeof id === 'string' && typeof kind === 'string') found = id;
  }
  return found;
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function childOf(at: unknown, step: string): unknown {
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
  return Reflect.get(at, step);
}
