// Every page of the examples, as text: what a browser's own checks do not say (for those see
// e2e/portal-examples.spec.ts).
import { describe, expect, it } from 'vitest';
import { exampleContext, pageExamples } from './examples/pages.examples.ts';

const contexts = {
  chinese: exampleContext(),
  english: exampleContext({ locale: 'en' }),
  elder: exampleContext({ isElder: true }),
  stranger: exampleContext({ isStranger: true }),
};
const rendered = Object.entries(contexts).flatMap(([reader, ctx]) =>
  Object.entries(pageExamples).map(([name, make]) => ({
    name: `${name}, ${reader}`,
    locale: ctx.locale,
    text: make(ctx).text,
  })),
);
const idsIn = (text: string) => [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '');

describe.each(rendered)('$name', ({ text, locale }) => {
  it('says its language, has one first heading and one main part', () => {
    expect(text).toContain(`<html lang="${locale}"`);
    expect(text.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(text.match(/<main /g)).toHaveLength(1);
    expect(text).toContain('<a class="skip-link" href="#main">');
  });

  it('has no inline script or style, which the security policy would refuse', () => {
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(text).not.toMatch(/\sstyle="|<style|\son[a-z]+="/);
    expect(text).not.toMatch(/undefined|\[object |NaN/);
  });

  it('quotes every attribute, so that escaping is enough', () => {
    const tags = text.match(/<[a-z][^>]*>/g) ?? [];
    const unquoted = tags.filter((tag) => /=[^"\s]/.test(tag.replace(/"[^"]*"/g, '""')));
    expect(unquoted).toEqual([]);
  });

  it('uses each id once, and labels and descriptions meet something', () => {
    const ids = idsIn(text);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const wanted = [
      ...text.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]*)"/g),
    ].flatMap(([, list]) => (list ?? '').split(' '));
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('leads every error of its summary to a place on the page', () => {
    const [, summary = ''] = /<div class="error-summary"([\s\S]*?)<\/div>/.exec(text) ?? [];
    const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(targets.filter((id) => !idsIn(text).includes(id))).toEqual([]);
  });

  it('puts no secret into an address', () => {
    const addresses = [...text.matchAll(/\s(?:href|action)="([^"]*)"/g)].map(([, to]) => to ?? '');
    expect(addresses.filter((to) => /K7M2|[?&;]password|13800138000|sealed/.test(to))).toEqual([]);
  });
});

describe('the pages', () => {
  const page = (name: string, of = {}) => {
    const make = pageExamples[name];
    if (make === undefined) throw new Error(`no example ${name}`);
    return make(exampleContext(of)).text;
  };

  it('tell a light by shape and word, not by colour alone', () => {
    const text = page('case concluded') + page('case under review');
    for (const said of ['●</span> 正常', '▲</span> 将到期', '■</span> 已超期', '‖</span> 停表']) {
      expect(text).toContain(said);
    }
  });

  it('show what was typed as text, whatever it was', () => {
    expect(page('items not found')).toContain('“&#60;b&#62;养龙&#60;/b&#62;”');
    expect(page('form section with errors')).toContain('&#60;script&#62;');
  });

  it('offer a guide-only item at the counter, and no button that would refuse', () => {
    const text = page('guide without online filing');
    expect(text).toContain('请到窗口办理');
    expect(text).not.toContain('在线办理</button>');
  });

  it('draw the flow from its definition, with who and by when', () => {
    const text = page('guide');
    expect(text).toContain('质量监督科科长');
    expect(text).toContain('3 个工作日内');
    expect(text).toContain('全部同意');
    expect(text).toContain('同时进行');
  });

  it('say in the guide what need not be handed in, and how the fee is set', () => {
    expect(page('guide')).toContain('已有，无需提交');
    expect(page('guide')).toContain('¥45.00 / 平方米');
  });

  it('never show a sealed value, only that it is there', () => {
    const text = page('form section with what is known') + page('check ready');
    expect(text).not.toContain('sealed:');
    expect(text).toContain('已加密保存');
  });

  it('let a check page file only what is complete, with a key against double posting', () => {
    expect(page('check with problems')).not.toContain('/file"');
    expect(page('check with problems')).toContain('#f-project"');
    expect(page('check ready')).toContain('name="key" value="key"');
  });

  it('call a letter among one’s cases by what it is about', () => {
    expect(page('my')).toContain('柿井村村口到小学的路灯坏了三个月</a></h3>');
  });

  it('switch language and size by links that come back', () => {
    expect(page('home')).toContain('/preferences?elder=1&#38;back=%2Fexample');
    expect(page('home', { isElder: true })).toContain('/preferences?elder=0');
    expect(page('home', { locale: 'en' })).toContain('/preferences?lang=zh-CN');
  });

  it('say in an incident what to tell the office', () => {
    expect(page('error 500')).toContain('a1b2c3d4');
    expect(page('error 429')).toContain('9 分钟后再试');
    expect(page('error 503')).toContain('没有丢失');
  });

  it('offer a way to try again, by a link or, of a form, by what the browser does', () => {
    expect(page('error 503')).toMatch(/href=""[^>]*>再试一次/u);
    expect(page('error 503 of a form')).not.toContain('再试一次');
    expect(page('error 503 of a form')).toContain('原样再交一次');
  });
});
