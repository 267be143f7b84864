import { describe, expect, it } from 'vitest';
import { attribute, flag, html, raw } from './html.ts';

describe('html', () => {
  it('turns whatever was typed into text', () => {
    const typed = `<script>alert("1")</script>' & done`;
    expect(html`<p title="${typed}">${typed}</p>`.text).toBe(
      '<p title="&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#39; &#38; done">' +
        '&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#39; &#38; done</p>',
    );
  });

  it('keeps markup of its own, also in lists', () => {
    expect(html`<ul>${['a', '<b>'].map((x) => html`<li>${x}</li>`)}</ul>`.text).toBe(
      '<ul><li>a</li><li>&#60;b&#62;</li></ul>',
    );
    expect(html`${raw('<br>')}`.text).toBe('<br>');
  });

  it('gives nothing for what is absent, and prints zero', () => {
    expect(html`[${undefined}${null}${false}${''}${0}]`.text).toBe('[0]');
  });

  it('writes attributes only when they are there', () => {
    const full = html`<input${flag('checked', true)}${attribute('value', '"')}>`;
    expect(full.text).toBe('<input checked value="&#34;">');
    const empty = html`<input${flag('checked', false)}${attribute('value', undefined)}>`;
    expect(empty.text).toBe('<input>');
  });
});
