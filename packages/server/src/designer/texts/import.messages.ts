import type { Language } from '../../platform/refusal.ts';

/** Why a file of an archive is no text that can be kept. */
export const importTexts = {
  'zh-CN': {
    'text-not-utf-8': '不是 UTF-8 编码的文字，请另存为 UTF-8 后再导入。',
    'text-not-storable': '含有无法保存的字符，请删去后再导入。',
  },
  en: {
    'text-not-utf-8': 'This is not text in UTF-8; save it as UTF-8 and import it again.',
    'text-not-storable': 'It holds characters that cannot be stored; remove them and try again.',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;
