/**
 * One script out of modules, for pages that must work from a saved file, where a browser loads no
 * second one. The kernel's own code goes to the reader as it stands, with its comments: types are
 * blanked out, and each module becomes a function that gives what it exports. Made when the site
 * starts; there is no build step (ADR 0007).
 */
import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';

const importLine = /^import\s+\{([^}]*)\}\s+from\s+'([^']+)';[ \t]*$/gm;
const exportLine = /^export\s+\{([^}]*)\}\s+from\s+'([^']+)';[ \t]*$/gm;
const exportWord = /^export (?=(?:async )?function |const |class )/gm;
const exported = /^export (?:async )?(?:function|const|class) ([\w$]+)/gm;

/**
 * @param entry path of the module that runs; its folder's neighbours and packages are followed
 * @throws Error for what this does not understand: another form of import or export, or a circle
 */
export function bundleModules(entry: string): string {
  const parts: string[] = [];
  const names = new Map<string, string>();
  const add = (path: string): string => {
    const known = names.get(path);
    if (known === '') throw new Error(`${path} needs itself`);
    if (known !== undefined) return known;
    names.set(path, '');
    const code = javaScriptOf(path);
    const from = createRequire(path);
    const body = bodyOf(code, path, (needed) => add(from.resolve(needed)));
    const name = `module${parts.length}`;
    parts.push(`const ${name} = (() => {\n${body}})();\n`);
    names.set(path, name);
    return name;
  };
  add(entry);
  return `'use strict';\n${parts.join('\n')}`;
}

function bodyOf(code: string, path: string, nameOf: (needed: string) => string): string {
  const given = [...code.matchAll(exported)].map(([, name = '']) => name);
  const taken = (list: string, needed: string): string => {
    const names = listed(list, path);
    return names.length === 0 ? '' : `const { ${names.join(', ')} } = ${nameOf(needed)};`;
  };
  const body = code
    .replace(importLine, (_, list: string, needed: string) => taken(list, needed))
    .replace(exportLine, (_, list: string, needed: string) => {
      given.push(...listed(list, path).map((name) => `${name}: ${nameOf(needed)}.${name}`));
      return '';
    })
    .replace(exportWord, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const left = /^(?:import|export)\b.*$/m.exec(body)?.[0];
  if (left !== undefined) throw new Error(`${path} cannot be bundled: ${left}`);
  return `${body}\nreturn { ${given.join(', ')} };\n`;
}

function listed(list: string, path: string): string[] {
  const names = list.split(',').map((name) => name.trim());
  const renamed = names.find((name) => name.includes(' '));
  if (renamed !== undefined) throw new Error(`${path} cannot be bundled: ${renamed}`);
  return names.filter((name) => name !== '');
}

function javaScriptOf(path: string): string {
  const text = readFileSync(path, 'utf8');
  return path.endsWith('.ts') ? withoutTypes(text) : text;
}

/**
 * Node runs this very function on each file that it loads; only calling it by hand counts as
 * experimental, and an operator's log is no place to say so.
 */
function withoutTypes(text: string): string {
  const own = Object.getOwnPropertyDescriptor(process, 'emitWarning') ?? {};
  Object.defineProperty(process, 'emitWarning', { ...own, value: () => undefined });
  try {
    return stripTypeScriptTypes(text);
  } finally {
    Object.defineProperty(process, 'emitWarning', own);
  }
}
