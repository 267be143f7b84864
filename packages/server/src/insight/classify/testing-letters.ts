/** Invented letters for tests: sentences put together from a seed, three subjects that overlap. */
import { createRandom } from './linear-svm.ts';
import type { Example } from './train-classifier.ts';

const subjects = {
  道路: ['路面坑洼', '路灯不亮', '红绿灯坏了', '人行道被占', '公交车不停站', '井盖松动'],
  学校: ['校车超载', '食堂饭菜很贵', '老师乱收费', '作业太多', '入学名额不够', '操场没有草'],
  垃圾: ['垃圾没人清运', '臭味很重', '垃圾桶满了', '半夜焚烧塑料', '污水流到河里', '扬尘很大'],
} as const;
const places = ['东门街', '柳林村', '南湖小区', '第三中学门口', '滨河路', '张家湾'];
const courtesies = ['请领导关注', '希望尽快处理', '谢谢', '已经反映多次', '群众意见很大'];

/** One sentence in eight is about another subject, so that not everything can be told apart. */
export function inventedLetters(count: number, seed: number): Example[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  };
  const labels = Object.keys(subjects) as (keyof typeof subjects)[];
  return Array.from({ length: count }, () => {
    const label = pick(labels);
    const complaint = (): string => pick(subjects[random() < 1 / 8 ? pick(labels) : label]);
    const place = pick(places);
    return {
      label,
      letter: {
        title: `${place}${complaint()}`,
        body: `${place}${complaint()}，${complaint()}。${pick(courtesies)}，${pick(courtesies)}。`,
      },
    };
  });
}
