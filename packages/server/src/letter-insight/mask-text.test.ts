import { describe, expect, it } from 'vitest';
import { maskText } from './mask-text.ts';

describe('wording for the public', () => {
  it.each([
    ['请打13812345678联系我', '请打×××联系我'],
    ['电话0999-12345678，没人接', '电话×××，没人接'],
    ['身份证11010119000110001X办不了', '身份证×××办不了'],
    ['卡号6222020200012345678', '卡号×××'],
    ['发到wang.xiao@example.com', '发到×××'],
    ['车牌云A12345乱停', '车牌×××乱停'],
    ['车牌云AD12345乱停', '车牌×××乱停'],
    ['我家住12号，12号来过', '我家住××号，12号来过'],
    ['我叫王小凤，住幸福路12号3栋2单元501室', '我叫王×，住幸福路××号×栋×单元×××室'],
    ['举报张建国书记收礼', '举报张×书记收礼'],
    ['加QQ：123456789', '加QQ：×××'],
  ])('hides what tells on people: %s', (written, shown) => {
    expect(maskText(written)).toBe(shown);
  });

  it.each(['12345热线没人接', '2026年12月3日断水', '补贴3000元', '王府井路堵车', '第31条'])(
    'leaves what tells on nobody: %s',
    (text) => {
      expect(maskText(text)).toBe(text);
    },
  );

  it('hides the names that are known, wherever they stand', () => {
    expect(maskText('欧阳明月家楼上漏水，欧阳明月找过物业', ['欧阳明月'])).toBe(
      '欧×家楼上漏水，欧×找过物业',
    );
  });
});
