/** From 4 on it is bad 差评: 4 不满意, 5 非常不满意. @basis GB/T 39046-2020 附录A.8 */
const FIRST_BAD_LEVEL = 4;

export function isBad(level: number): boolean {
  return level >= FIRST_BAD_LEVEL;
}
