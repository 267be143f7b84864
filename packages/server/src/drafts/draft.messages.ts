import type { MaterialDefinition, PageProblem, Refusal } from '@yichuang/kernel/case';
import type { FieldProblem, FieldProblemCode } from '@yichuang/kernel/form';
import type { Language } from '../platform/refusal.ts';

interface DraftTexts {
  readonly field: (problem: FieldProblem, title: string) => string;
  readonly material: (refusal: Refusal, material: MaterialDefinition | undefined) => string;
}

type Filler = (params: Readonly<Record<string, string | number>>, title: string) => string;

const idProblems: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    length: '位数不对',
    charset: '有不允许的字符',
    prefix: '开头不对',
    structure: '结构不对',
    'check-digit': '最后的校验位不对，请逐位核对',
    'inner-check-digit': '主体标识码的校验位不对，请逐位核对',
    date: '其中的出生日期不存在',
    'future-date': '其中的出生日期在今天以后',
  },
  en: {
    length: 'it has the wrong number of characters',
    charset: 'it has characters that are not allowed',
    prefix: 'its beginning is not right',
    structure: 'its structure is not right',
    'check-digit': 'the check digit at its end is not right; compare it digit by digit',
    'inner-check-digit': 'its inner check digit is not right; compare it digit by digit',
    date: 'the date of birth in it does not exist',
    'future-date': 'the date of birth in it lies in the future',
  },
};

const zhFields: Readonly<Record<FieldProblemCode, Filler>> = {
  'field-unknown': (_, title) => `没有“${title}”这一项`,
  'field-required': (_, title) => `请填写${title}`,
  'field-not-a-text': (_, title) => `${title}应当填写文字`,
  'field-not-a-number': (_, title) => `${title}应当填写数字`,
  'field-not-an-integer': (_, title) => `${title}应当填写整数`,
  'field-not-a-yes-or-no': (_, title) => `${title}请选择是或者否`,
  'field-not-in-list': (_, title) => `${title}请从列表中选择`,
  'field-too-short': (p, title) => `${title}至少${p['minLength']}个字`,
  'field-too-long': (p, title) => `${title}最多${p['maxLength']}个字`,
  'field-too-small': (p, title) => `${title}不能小于${p['minimum']}`,
  'field-too-big': (p, title) => `${title}不能大于${p['maximum']}`,
  'field-wrong-pattern': (p, title) => `${title}的格式不对${p['hint'] ? `：${p['hint']}` : ''}`,
  'field-not-a-date': (_, title) => `${title}应当是真实的日期，例如 2026-11-22`,
  'field-not-a-citizen-id': (p, title) =>
    `${title}不是有效的身份证号码：${idProblems['zh-CN'][String(p['problem'])] ?? ''}`,
  'field-not-a-credit-code': (p, title) =>
    `${title}不是有效的统一社会信用代码：${idProblems['zh-CN'][String(p['problem'])] ?? ''}`,
  'field-not-a-mobile': (_, title) => `${title}应当是11位手机号码`,
};

const enFields: Readonly<Record<FieldProblemCode, Filler>> = {
  'field-unknown': (_, title) => `There is no “${title}” here`,
  'field-required': (_, title) => `Enter: ${title}`,
  'field-not-a-text': (_, title) => `${title} must be text`,
  'field-not-a-number': (_, title) => `${title} must be a number`,
  'field-not-an-integer': (_, title) => `${title} must be a whole number`,
  'field-not-a-yes-or-no': (_, title) => `${title}: choose yes or no`,
  'field-not-in-list': (_, title) => `${title}: choose from the list`,
  'field-too-short': (p, title) => `${title} needs at least ${p['minLength']} characters`,
  'field-too-long': (p, title) => `${title} takes at most ${p['maxLength']} characters`,
  'field-too-small': (p, title) => `${title} must be at least ${p['minimum']}`,
  'field-too-big': (p, title) => `${title} must be at most ${p['maximum']}`,
  'field-wrong-pattern': (p, title) =>
    `${title} is not in the right form${p['hint'] ? `: ${p['hint']}` : ''}`,
  'field-not-a-date': (_, title) => `${title} must be a real date such as 2026-11-22`,
  'field-not-a-citizen-id': (p, title) =>
    `${title} is not a valid identity number: ${idProblems.en[String(p['problem'])] ?? ''}`,
  'field-not-a-credit-code': (p, title) =>
    `${title} is not a valid credit code: ${idProblems.en[String(p['problem'])] ?? ''}`,
  'field-not-a-mobile': (_, title) => `${title} must be a mobile number of 11 digits`,
};

const zhPages: Readonly<Record<PageProblem, (m: MaterialDefinition | undefined) => string>> = {
  'wrong-type': () => '格式不对，请上传 JPG 图片',
  'too-many-bytes': (m) => `文件超过 ${kilobytes(m)} KB，请压缩后重新上传`,
  'too-few-pixels': (m) => `图片太小，至少 ${m?.upload?.minPixels?.join('×') ?? ''} 像素`,
  'too-many-pixels': (m) => `图片太大，最多 ${m?.upload?.maxPixels?.join('×') ?? ''} 像素`,
  'not-an-image': () => '不是可以读取的图片',
};

const enPages: Readonly<Record<PageProblem, (m: MaterialDefinition | undefined) => string>> = {
  'wrong-type': () => 'wrong format: upload a JPEG picture',
  'too-many-bytes': (m) => `more than ${kilobytes(m)} KB: compress it and upload again`,
  'too-few-pixels': (m) => `too small: at least ${m?.upload?.minPixels?.join('×') ?? ''} pixels`,
  'too-many-pixels': (m) => `too large: at most ${m?.upload?.maxPixels?.join('×') ?? ''} pixels`,
  'not-an-image': () => 'not a picture that can be read',
};

function kilobytes(material: MaterialDefinition | undefined): number {
  return Math.round((material?.upload?.maxBytes ?? 0) / 1024);
}

export const draftTexts: Readonly<Record<Language, DraftTexts>> = {
  'zh-CN': {
    field: (problem, title) => zhFields[problem.code](problem.params ?? {}, title),
    material(refusal, material) {
      const name = String(refusal.params?.['material'] ?? '');
      if (refusal.code === 'material-missing') return `缺少材料：${name}`;
      if (refusal.code === 'files-too-many') {
        return `${name}最多 ${refusal.params?.['maxPages']} 页`;
      }
      const problem = String(refusal.params?.['problem'] ?? '') as PageProblem;
      return `${name}第 ${refusal.params?.['page']} 页：${zhPages[problem]?.(material) ?? ''}`;
    },
  },
  en: {
    field: (problem, title) => enFields[problem.code](problem.params ?? {}, title),
    material(refusal, material) {
      const name = material?.nameEn ?? String(refusal.params?.['material'] ?? '');
      if (refusal.code === 'material-missing') return `Missing material: ${name}`;
      if (refusal.code === 'files-too-many') {
        return `${name} takes at most ${refusal.params?.['maxPages']} pages`;
      }
      const problem = String(refusal.params?.['problem'] ?? '') as PageProblem;
      return `${name}, page ${refusal.params?.['page']}: ${enPages[problem]?.(material) ?? ''}`;
    },
  },
};
