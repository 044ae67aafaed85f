/** A dossier as a web page and as a Word document says what its Markdown says, and nothing in it becomes markup. */
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { escaped } from '../../exchange/exporters/markdown-text.ts';
import { renderDossier } from './render-dossier.ts';

const HOSTILE = '<script>alert(1)</script> [x](javascript:alert(1)) ![i](http://127.0.0.1/p.png) https://127.0.0.1/';
const MARKDOWN = `# A *title*

## In short

- ${escaped(HOSTILE)}
- Two origins.[^1]

## Picture

*Place for the picture of this view, which is exported as PNG or SVG.*

## Path

Anna **hired** Boris.[^1][^2] *(C1)* <https://example.org/a>

شبکه با او دیدار کرد.

## Notes

[^1]: The Daily, paragraph 3: ${escaped('She & "he" <met>.')}
[^2]: Weekly, page 7.
`;
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('a web page of a dossier', async () => {
  const [page] = await renderDossier({ kind: 'html', title: 'A <title>', markdown: MARKDOWN });
  const text = decode(page?.bytes);
  it('holds no script, no picture and no address but those that are written as links', () => {
    expect(text).not.toMatch(/<script|<img|href="javascript|src=/);
    expect([...text.matchAll(/href="(?!#)([^"]*)"/g)].map(([, to]) => to)).toEqual(['https://example.org/a']);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('<title>A &lt;title&gt;</title>');
  });
  it('has footnotes that lead there and back', () => {
    expect(text).toContain('href="#fn1"');
    expect(text).toContain('href="#fnref1"');
    expect(text).toContain('The Daily, paragraph 3: She &amp; &quot;he&quot; &lt;met&gt;.');
  });
  it('has no place for a picture that is not there', () => expect(text).not.toContain('Place for the picture'));
  it('is the same each time', async () => {
    const [again] = await renderDossier({ kind: 'html', title: 'A <title>', markdown: MARKDOWN });
    expect(decode(again?.bytes)).toBe(text);
  });
});

describe('a Word document of a dossier', async () => {
  const parts = await renderDossier({ kind: 'docx', title: 'A <title>', markdown: MARKDOWN });
  const packed = Buffer.from(zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes]))));
  it('is read by a program for Word documents, with the same words and its footnotes', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: packed });
    expect(value).toContain('A <em>title</em>');
    expect(value).toContain('<li>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1)) ![i](http://127.0.0.1/p.png) https://127.0.0.1/</li>');
    expect(value).toContain('<strong>hired</strong>');
    expect(value).toContain('<a href="https://example.org/a">');
    expect(value).toMatch(/The Daily, paragraph 3: She &amp; "he" &lt;met&gt;\./);
    expect(value.match(/footnote-ref-\d+/g)?.length).toBeGreaterThan(2);
  });
  it('tells two numbers of notes side by side apart, and has no heading over nothing', () => {
    const document = decode(parts.find(({ name }) => name === 'word/document.xml')?.bytes);
    expect(document.replace(/<[^>]*>/g, '')).toContain('hired Boris.,  (C1)');
    expect(document).toMatch(/<w:vertAlign w:val="superscript"\/><\/w:rPr><w:t xml:space="preserve">, <\/w:t>/);
    expect(document).not.toMatch(/>Notes</);
  });
  it('lets a paragraph in Persian run from right to left', () => {
    const document = decode(parts.find(({ name }) => name === 'word/document.xml')?.bytes);
    expect(document).toMatch(/<w:bidi\/>[^]*شبکه/);
    expect(document.match(/<w:bidi\/>/g)).toHaveLength(1);
  });
  it('is the same each time', async () => {
    const again = await renderDossier({ kind: 'docx', title: 'A <title>', markdown: MARKDOWN });
    expect(again.map(({ name, bytes }) => [name, decode(bytes)])).toEqual(parts.map(({ name, bytes }) => [name, decode(bytes)]));
  });
});

it('a dossier that takes longer than it may is refused by name', async () => {
  await expect(renderDossier({ kind: 'html', title: 'T', markdown: MARKDOWN }, { renderingMs: 1, renderingMemory: 256 })).rejects.toMatchObject({
    code: 'limit',
    details: { limit: { name: 'renderingMs', value: 1 } },
  });
});
