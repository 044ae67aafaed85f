// @vitest-environment happy-dom
/** The page of a dossier as React nodes: whatever stands in it, nothing of it can run or be loaded. */
import { afterEach, describe, expect, it } from 'vitest';
import { rendered, type Rendered } from '../../testing/render.ts';
import { sheetNodes } from './sheet-nodes.tsx';

let page: Rendered;
afterEach(() => page.end());
const show = (html: string): HTMLElement => {
  page = rendered(<div id="shown">{sheetNodes(html, { part: (place, inner) => <div data-place={place}>{inner}</div> })}</div>);
  return page.host.querySelector('#shown')!;
};

const HOSTILE = [
  '<script>window.ran = 1</script>',
  '<img src="x" onerror="window.ran = 1">',
  '<p onclick="window.ran = 1" style="background:url(http://127.0.0.1/p)">said</p>',
  '<a href="javascript:window.ran=1">link</a>',
  '<a href=" JaVaScRiPt:window.ran=1">link</a>',
  '<a href="data:text/html,<script>1</script>">link</a>',
  '<iframe src="http://127.0.0.1/"></iframe><object data="x"></object><embed src="x">',
  '<svg onload="window.ran = 1"><a xlink:href="javascript:window.ran=1"><text>t</text></a></svg>',
  '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
  '<form action="http://127.0.0.1/"><input name="x" autofocus onfocus="window.ran=1"><button formaction="javascript:1">b</button></form>',
  '<base href="http://127.0.0.1/"><meta http-equiv="refresh" content="0;url=http://127.0.0.1/"><link rel="stylesheet" href="http://127.0.0.1/">',
  '<template><script>window.ran = 1</script></template><noscript><img src=x></noscript>',
  '<section data-part="0 onclick=alert(1)">x</section><section data-part="-1">y</section>',
  '<p id="root">x</p><p class="btn primary">x</p>',
];

describe('the sheet', () => {
  it.each(HOSTILE)('lets nothing through of %s', (hostile) => {
    const shown = show(`<p>before</p>${hostile}<p>after</p>`);
    for (const element of shown.querySelectorAll('*')) {
      expect(['div', 'p', 'a', 'span', 'section', 'h1', 'ul', 'li', 'img']).toContain(element.localName);
      for (const { name, value } of element.attributes) {
        expect(['href', 'target', 'rel', 'data-place', 'src', 'alt']).toContain(name);
        if (name === 'src') expect(value).toMatch(/^data:image\/svg\+xml;/);
        if (name === 'href') expect(value).toMatch(/^https?:\/\/|^#sheet-/);
      }
    }
    expect(Reflect.get(window, 'ran')).toBeUndefined();
    expect(shown.textContent).toMatch(/^before.*after$/s);
  });
  it('keeps the words, the parts by their places, the notes, and addresses of sources in a tab of their own', () => {
    const shown = show(
      '<h1>T</h1><section data-part="3"><p>A <em>b</em><sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p></section>' +
        '<section class="footnotes" aria-label="Notes"><ol><li id="fn1" class="x"><p>N <a href="https://example.org/a">u</a></p></li></ol></section>',
    );
    expect(shown.querySelector('[data-place="3"]')?.textContent).toBe('A b[1]');
    expect(shown.querySelector('#sheet-fn1')?.textContent).toBe('N u');
    expect(shown.querySelector('a[href="#sheet-fn1"]')?.id).toBe('sheet-fnref1');
    expect(shown.querySelector('section')?.getAttribute('aria-label')).toBe('Notes');
    const out = shown.querySelector('a[href="https://example.org/a"]');
    expect([out?.getAttribute('target'), out?.getAttribute('rel')]).toEqual(['_blank', 'noreferrer noopener']);
  });
});
