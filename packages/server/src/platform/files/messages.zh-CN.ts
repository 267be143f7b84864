import type { RefusalText } from '../refusal.ts';
import type { FileRefusalCode } from './file-rules.ts';

export const refusalTexts: Readonly<Record<FileRefusalCode, RefusalText>> = {
  'file-empty': {
    detail: '文件是空的。',
    nextStep: '请检查文件能否打开，再重新选择。',
  },
  'file-too-large': {
    detail: '文件太大，最多 {maxKb} KB。',
    nextStep: '请压缩后再上传；用手机或电脑浏览器打开本页可自动压缩照片。',
  },
  'file-type-mismatch': {
    detail: '文件内容的格式是 {found}，不符合要求（{accepted}）。只改文件扩展名不起作用。',
    nextStep: '请用原软件另存为要求的格式，或重新拍照、扫描。',
  },
  'file-not-readable': {
    detail: '文件已损坏或不完整，无法打开。',
    nextStep: '请在本机打开确认，再重新保存、上传。',
  },
  'image-bomb': {
    detail: '图片尺寸异常（{width}×{height} 像素）。',
    nextStep: '请用普通分辨率重新拍照或扫描。',
  },
  'image-too-small': {
    detail: '图片只有 {width}×{height} 像素，看不清楚；至少 {boundLong}×{boundShort}。',
    nextStep: '请靠近一些重新拍照，或用更高的分辨率扫描。',
  },
  'image-too-large': {
    detail: '图片有 {width}×{height} 像素，最多 {boundLong}×{boundShort}。',
    nextStep: '请缩小后再上传；浏览器打开本页可自动缩小。',
  },
};
