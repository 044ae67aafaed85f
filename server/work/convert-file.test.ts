/** Files give their text, cleaned; what is no text, hides something large, or takes too long is refused by name. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CONVERSION_LIMITS, convertFile } from './convert-file.ts';

const file = (name: string, content: string | Uint8Array) => ({ name, bytes: typeof content === 'string' ? strToU8(content) : content });
const textOf = async (name: string, content: string | Uint8Array) => (await convertFile(file(name, content))).text;

function docx(paragraphs: readonly string[], more: Record<string, Uint8Array> = {}): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join('');
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
  return zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(rels),
    'word/document.xml': strToU8(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`),
    ...more,
  });
}

/** @param content drawing commands of the only page */
function pdf(content: string, trailer = ''): string {
  return `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length ${content.length}>>stream
${content}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R${trailer}>>
%%EOF`;
}
const lines = (...texts: [y: number, text: string][]) => texts.map(([y, text]) => `BT /F1 12 Tf 20 ${y} Td (${text}) Tj ET`).join('\n');

describe('a file', { timeout: 120_000 }, () => {
  it('of plain text is its lines, in the encoding it is written in', async () => {
    expect(await textOf('a.txt', '\uFEFFOne.\r\n\r\nTwo.')).toBe('One.\nTwo.');
    expect(await textOf('a.txt', new Uint8Array([0xff, 0xfe, ...Buffer.from('Élan', 'utf16le')]))).toBe('Élan');
    expect(await textOf('a.txt', new Uint8Array([0x93, 0x48, 0x69, 0x94]))).toBe('“Hi”');
  });
  it('of Markdown is its paragraphs without the marks', async () => {
    const { text, title } = await convertFile(
      file('a.md', '# A *title*\n\nOne line\nof **two** [words](https://x.example).\n\n- an item\n- snake_case stays\n\n---\n> quoted\n'),
    );
    expect(text.split('\n')).toEqual(['A title', 'One line of two words.', 'an item', 'snake_case stays', 'quoted']);
    expect(title).toBe('A title');
  });
  it('of a page is what it shows, without scripts, styles and the rest around it', async () => {
    const article = Array.from(
      { length: 6 },
      (_, i) => `<p>Paragraph ${i} of an article that is long enough to be one, <b>with marks</b> and a <a href="/x">link</a>.</p>`,
    ).join('');
    const page = `<!doctype html><html lang="en"><head><title>The title</title><style>p{color:red}</style></head><body><nav><a href="/">Home</a></nav><article><h1>The title</h1>${article}<script>alert("stolen")</script><img src=x onerror="alert(1)"></article></body></html>`;
    const { text, title, language } = await convertFile(file('a.html', page));
    expect(text.split('\n')).toHaveLength(6 + (text.startsWith('The title') ? 1 : 0));
    expect(text).toContain('Paragraph 3 of an article that is long enough to be one, with marks and a link.');
    expect(text).not.toMatch(/alert|color|onerror|Home/);
    expect([title, language]).toEqual(['The title', 'en']);
  });
  it('of a page is known by its content, and a short one is read whole', async () => {
    expect(await textOf('page', '<html><body><div>One</div>two<br>three<script>x()</script></body></html>')).toBe('One\ntwo\nthree');
  });
  it('of Word is its paragraphs', async () => {
    expect(await textOf('a.docx', docx(['One &amp; two.', '', 'Three.']))).toBe('One & two.\nThree.');
  });
  it('of PDF is its paragraphs: lines near each other are joined, words that were divided too', async () => {
    expect(await textOf('a.pdf', pdf(lines([350, 'The first para-'], [336, 'graph goes on here.'], [300, 'The second.'])))).toBe(
      'The first paragraph goes on here.\nThe second.',
    );
  });
});

describe('a file is refused', { timeout: 120_000 }, () => {
  it.each([
    ['a PDF whose pages are pictures', 'a.pdf', pdf('0 0 100 100 re f'), /no text: its pages are pictures/],
    ['a PDF that is damaged', 'a.pdf', '%PDF-1.7 and nothing else', /damaged/],
    ['a zip archive that is no document', 'a.docx', zipSync({ 'a.txt': strToU8('text') }), /no Word document/],
    ['a Word document that is cut off', 'a.docx', docx(['One.']).subarray(0, 200), /damaged/],
    ['an older document', 'a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /office program/],
    ['a picture', 'a.txt', new Uint8Array([0x89, 0x50, 0, 0, 1, 2]), /no text/],
    ['nothing', 'a.txt', ' \n\n', /holds no text/],
    ['a page nested without end', 'a.html', '<html><body>' + '<div>'.repeat(50_000), /deeper/],
  ] as const)('%s', async (_, name, content, message) => {
    await expect(convertFile(file(name, content))).rejects.toMatchObject({ code: 'refused', message: expect.stringMatching(message) });
  });
  it('where what is packed in it is too large, by the name of the limit, before it is unpacked', async () => {
    // 60 MB of one letter take some kilobytes packed.
    const bomb = docx(['One.'], { 'word/footnotes.xml': new Uint8Array(60_000_000).fill(65) });
    expect(bomb.length).toBeLessThan(200_000);
    await expect(convertFile(file('a.docx', bomb))).rejects.toMatchObject({ code: 'limit', details: { limit: { name: 'textFileBytes' } } });
  });
  it('where a part says that it is smaller than it is', async () => {
    const bomb = Buffer.from(docx(['One.'], { 'word/footnotes.xml': new Uint8Array(60_000_000).fill(65) }));
    // In the directory at the end the size of each part stands 24 bytes after the sign of its entry.
    for (let at = bomb.indexOf('PK\u0001\u0002'); at >= 0; at = bomb.indexOf('PK\u0001\u0002', at + 4)) {
      if (bomb.readUInt32LE(at + 24) === 60_000_000) bomb.writeUInt32LE(10, at + 24);
    }
    const before = process.memoryUsage().rss;
    await convertFile(file('a.docx', bomb)).catch(() => undefined);
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });
  it('where it takes longer or needs more memory than it may, by the name of that limit', async () => {
    await expect(convertFile(file('a.txt', 'One.'), { ...CONVERSION_LIMITS, conversionMs: 1 })).rejects.toMatchObject({
      code: 'limit',
      details: { limit: { name: 'conversionMs', value: 1 } },
    });
    const page = `<html><body>${'<p>word</p>'.repeat(400_000)}</body></html>`;
    await expect(convertFile(file('a.html', page), { ...CONVERSION_LIMITS, conversionMemory: 60 })).rejects.toMatchObject({
      code: 'limit',
      details: { limit: { name: 'conversionMemory', value: 60 } },
    });
  });
  it('where as many are read already as may be at once', async () => {
    const all = Array.from({ length: CONVERSION_LIMITS.conversionsAtOnce + 1 }, () => convertFile(file('a.txt', 'One.')));
    const settled = await Promise.allSettled(all);
    expect(settled.map(({ status }) => status)).toEqual([...all.slice(1).map(() => 'fulfilled'), 'rejected']);
  });
});
