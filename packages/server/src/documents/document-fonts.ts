import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Folders with the typefaces that ship with the server: 宋 and 黑, regular and bold (51 MB of
 * files; Typst maps their outlines as it needs them). Free licence (SIL OFL), all 8,105 standard
 * characters.
 */
export function shippedFontFolders(): readonly string[] {
  const require = createRequire(import.meta.url);
  return ['noto-serif-sc', 'noto-sans-sc'].flatMap((family) => {
    const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
    return [join(folder, '400Regular'), join(folder, '700Bold')];
  });
}
