/** A dossier as a web page and as a Word document says what its Markdown says, and nothing in it becomes markup. */
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { escaped } from '../../exchange/exporters/markdown-text.ts';
import { bodyOf, renderDossier } from './render-dossier.ts';

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
    expect(document.replace(/<[^>]*>/g, '')).toContain('hired Boris.1,  (C1)');
    expect(document).toMatch(/<w:vertAlign w:val="superscript"\/><\/w:rPr><w:t xml:space="preserve">, <\/w:t>/);
    expect(document).not.toMatch(/>Notes</);
  });
  it('refers to each note once as Word does, which numbers each reference anew, and shows its number where it is used again', () => {
    const document = decode(parts.find(({ name }) => name === 'word/document.xml')?.bytes);
    expect([...document.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(([, id]) => id)).toEqual(['1', '2']);
    const bookmark = /<w:bookmarkStart w:name="([^"]+)" w:id="1"\/>(?:(?!<w:bookmarkEnd).)*<w:footnoteReference w:id="1"\/>/.exec(document)?.[1];
    expect(bookmark).toBe('_RefNote1');
    expect(document).toMatch(
      /<w:fldSimple w:instr=" NOTEREF _RefNote1 \\f \\h "><w:r><w:rPr>(?:(?!<\/w:rPr>).)*superscript(?:(?!<\/w:rPr>).)*<\/w:rPr><w:t[^>]*>1<\/w:t><\/w:r><\/w:fldSimple>/,
    );
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

describe('the body of a composed dossier', () => {
  const parts = ['> Own words.\n>\n> *Mine.*', '> Others.', '## Path\n\nSaid.[^1]\n\n- a\n- b', '**C1** Claimed.[^1]', '**C2** Claimed.'];
  const lineOf = (at: number) =>
    `# T\n\n${parts
      .slice(0, at)
      .map((part) => `${part}\n\n`)
      .join('')}`.split('\n').length - 1;
  const placed = parts.map((part, at) => ({ part: at, from: lineOf(at), to: lineOf(at) + part.split('\n').length }));
  const markdown = `# T\n\n${parts.join('\n\n')}\n\n## After\n\n[^1]: Note.\n`;
  it('has each part in a section with its place, and nothing else in one', async () => {
    const body = await bodyOf({ markdown, placed });
    const sections = [...body.matchAll(/<section data-part="(\d+)">\n([^]*?)<\/section>/g)].map(([, at, inner]) => [
      Number(at),
      inner
        ?.replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ]);
    expect(sections).toEqual([
      [0, 'Own words. Mine.'],
      [1, 'Others.'],
      [2, 'Path Said.[1] a b'],
      [3, 'C1 Claimed.[1:1]'],
      [4, 'C2 Claimed.'],
    ]);
    expect(body.replace(/<\/?section data-part[^>]*>\n|<\/section>\n(?=<(?:section|h2))/g, '').split('\n')[0]).toBe('<h1>T</h1>');
    expect(body.match(/<section/g)?.length).toBe(body.match(/<\/section>/g)?.length);
  });
  it('is the same where it is long, and rendered in a thread', async () => {
    const long = `${markdown}\n${'Word after word. '.repeat(8_000)}\n`;
    const body = await bodyOf({ markdown: long, placed });
    const [start = ''] = (await bodyOf({ markdown, placed })).split('<h2>After</h2>');
    expect(body.startsWith(start)).toBe(true);
    expect(body.length).toBeGreaterThan(100_000);
  });
  it('is of a page that has no sections where nothing was placed', async () => expect(await bodyOf({ markdown })).not.toContain('data-part'));
});

describe('the picture that a dossier names', () => {
  // One dot.
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const figure = { svg: '<svg xmlns="http://www.w3.org/2000/svg"><title>P</title></svg>\n', png, width: 800, height: 400, alt: 'A network of "two" & more' };
  const named = MARKDOWN.replace('*Place for the picture of this view, which is exported as PNG or SVG.*', `![${escaped(figure.alt)}](picture.svg)`);
  const pictured = { title: 'T', markdown: named, figure };
  it('stands in the page as it is', async () => {
    const [page] = await renderDossier({ kind: 'html', ...pictured });
    expect(decode(page?.bytes)).toContain(`<p>${figure.svg.trim()}</p>`);
    expect(decode(page?.bytes)).not.toContain('<img');
  });
  it('stands in Word with its text for those who do not see it, the same each time', async () => {
    const parts = await renderDossier({ kind: 'docx', ...pictured });
    const packed = Buffer.from(zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes]))));
    const { value } = await mammoth.convertToHtml({ buffer: packed });
    expect(value).toContain('alt="A network of &quot;two&quot; &amp; more"');
    expect(value).toContain(png.toString('base64'));
    const again = await renderDossier({ kind: 'docx', ...pictured });
    expect(again.map(({ name, bytes }) => [name, decode(bytes)])).toEqual(parts.map(({ name, bytes }) => [name, decode(bytes)]));
  });
  it('is nowhere without one, and no other file is ever named', async () => {
    const [page] = await renderDossier({ kind: 'html', title: 'T', markdown: named.replace('picture.svg', 'http://127.0.0.1/p.png'), figure });
    expect(decode(page?.bytes)).not.toMatch(/<svg|<img|127\.0\.0\.1\/p\.png"/);
  });
});

it('a dossier that takes longer than it may is refused by name', async () => {
  await expect(renderDossier({ kind: 'html', title: 'T', markdown: MARKDOWN }, { renderingMs: 1, renderingMemory: 256 })).rejects.toMatchObject({
    code: 'limit',
    details: { limit: { name: 'renderingMs', value: 1 } },
  });
});
