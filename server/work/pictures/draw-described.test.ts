/** The picture of a piece says what its records say and nothing else, is the same each time, and has no markup and no address that is not ours. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { inOneGo } from '../../domain/figures/in-slices.ts';
import type { Records } from '../../domain/model/records.ts';
import type { DescribedEmbed } from '../../domain/picturing/svg/described-picture.ts';
import { checkPublication } from '../../domain/publishing/publication-gate.ts';
import { records } from '../../domain/testing/build-records.ts';
import { contextOfRecords } from '../../domain/testing/narration-context.ts';
import { ownJson } from '../../exchange/exporters/own-json.ts';
import { describeEmbed } from '../../exchange/picture/describe-embed.ts';
import type { ExportInput } from '../../exchange/format.ts';
import { wholeInput } from '../../exchange/testing/whole-input.ts';
import { writtenFiles } from '../../exchange/testing/written-files.ts';
import { FORMAT_CASES } from '../../../scripts/deep/lib/formats/format-cases.ts';
import { drawDescribed } from './draw-described.ts';
import type { PictureKind } from './draw-picture.ts';

const naughty = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json'), 'utf8')) as string[];

type Input = Omit<ExportInput, 'losses'>;
const describedOf = (input: Input): DescribedEmbed => inOneGo(describeEmbed({ ...input, losses: [] }));
const pieceOf = (of: Records, entities: string[], claims: string[], view: Partial<ExportInput['view']> = {}): Input => {
  const ctx = contextOfRecords(of);
  return { ctx, entities, claims, view: { filters: [], ...view }, gate: checkPublication(ctx, { entities, claims, override: 'a test' }) };
};
async function drawn(described: DescribedEmbed, kind: PictureKind): Promise<string> {
  const { files } = await drawDescribed({ described, kinds: [kind] });
  return new TextDecoder().decode(files[kind]);
}
/** The words of a drawing, as they are set: each text with its parts joined. */
const wordsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, inner = '']) =>
    inner
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );

const named = (text: string) => [{ text, lang: 'en', kind: 'primary' as const }];
const pair = (a: string, b: string): Records =>
  records({
    entities: [
      { id: 'a', type: 'Person', names: named(a) },
      { id: 'b', type: 'Country', names: named(b) },
    ],
    claims: [{ id: 'c', predicate: 'p', subject: 'a', object: 'b', citations: [{ source: 'page', locator: 1 }] }],
    sources: [{ id: 'page', title: 'A page', url: 'https://example.org/a' }],
  });

describe('a picture', () => {
  it('is the same bytes twenty times, and in every form', async () => {
    const described = describedOf(wholeInput(pair('Anna', 'Tarvonia')));
    const once = async (kinds: readonly PictureKind[]) =>
      Object.entries((await drawDescribed({ described, kinds })).files).map(([kind, bytes]) => [kind, Buffer.from(bytes).toString('base64')]);
    const first = await once(['figure-svg']);
    for (let n = 1; n < 20; n += 1) expect(await once(['figure-svg'])).toEqual(first);
    const kinds = ['sheet-svg', 'sheet-png', 'embed'] as const;
    expect(await once(kinds)).toEqual(await once(kinds));
  }, 240_000);

  it('names what was chosen and nothing else, wherever the positions point', async () => {
    const of = FORMAT_CASES['demonstration']!();
    const chosen = [...of.claims.values()]
      .filter(({ predicate }) => predicate === 'hired')
      .map(({ id }) => id)
      .slice(0, 1);
    expect(chosen).toHaveLength(1);
    const all = [...of.entities.keys()];
    const input = pieceOf(of, [], chosen, { positions: all.map((id, i) => ({ id, x: i * 90, y: (i % 5) * 120 })) });
    const inPiece = new Set([...input.gate.piece.entities, ...input.gate.piece.stubs.entities]);
    const outside = all.filter((id) => !inPiece.has(id));
    expect(outside.length).toBeGreaterThan(5);
    for (const kind of ['sheet-svg', 'embed'] as const) {
      const text = await drawn(describedOf(input), kind);
      const { piece } = input.gate;
      // A name may stand in that of a source or of another entity, as a town's does in that of its paper.
      const told = [
        ...piece.entities.map((id) => input.ctx.nameOf(id)),
        ...piece.sources.map((id) => JSON.stringify(of.sources.get(id))),
        ...piece.voices.map((id) => of.voices.get(id)!.name),
      ].join('\n');
      for (const id of outside) {
        expect(text).not.toContain(`"${id}"`);
        for (const name of of.entities.get(id)!.names) if (name.text.length > 4 && !told.includes(name.text)) expect(text).not.toContain(name.text);
      }
      for (const id of of.claims.keys()) if (!input.gate.piece.claims.includes(id)) expect(text).not.toContain(`"${id}"`);
    }
  }, 120_000);

  it('has each body where it was drawn, as far as no name lies over another', async () => {
    const places = [
      { id: 'a', x: 40, y: 300 },
      { id: 'b', x: 500, y: 20 },
    ];
    const svg = await drawn(describedOf({ ...wholeInput(pair('Anna', 'Tarvonia')), view: { filters: [], positions: places } }), 'figure-svg');
    expect(svg).toContain('<circle cx="40" cy="300" r="20"');
    expect(svg).not.toContain('cy="0" r="20"');
  });

  it('sets letters that are read from the right from the right, and those of China, each in a font that has them', async () => {
    const svg = await drawn(describedOf(wholeInput(pair('شبکه مخفی (تهران)', '中国 2024'))), 'figure-svg');
    const fonts = new Set([...svg.matchAll(/&apos;([^&]+)&apos;/g)].map(([, font]) => font));
    expect([...fonts]).toEqual(expect.arrayContaining(['Inter', 'Noto Sans Arabic', 'Noto Sans SC']));
    const rules = /<style>(.*?)<\/style>/s.exec(svg)?.[1] ?? '';
    expect(rules.match(/@font-face/g)?.length).toBeGreaterThanOrEqual(3);
    expect(rules).not.toMatch(/url\((?!data:font\/woff2;base64,)/);
    // The bracket that opens stands to the right of the word in it.
    const row = [...svg.matchAll(/<text [^>]*>((?:<tspan[^>]*>[^<]*<\/tspan>)+)<\/text>/g)]
      .map(([, spans = '']) => spans)
      .find((spans) => spans.includes('تهران'));
    const parts = [...(row ?? '').matchAll(/<tspan x="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, text]) => ({ x: Number(x), text }));
    const word = parts.find(({ text }) => text?.includes('تهران'));
    expect(parts.filter(({ text }) => text === ')').some(({ x }) => x > word!.x)).toBe(true);
  });

  it('says of how many names no font has the letters, and draws none of them as nothing', async () => {
    const described = describedOf(wholeInput(pair('राम', 'Tarvonia')));
    const svg = await drawn(described, 'sheet-svg');
    expect(wordsIn(svg).join(' ')).toContain('No bundled font has all letters of 1 name here');
    expect(svg).toContain('राम');
    expect(wordsIn(await drawn(describedOf(wholeInput(pair('Anna', 'Tarvonia'))), 'sheet-svg')).join(' ')).not.toContain('No bundled font');
  });

  it('is refused by name above what it can show, with what to do', () => {
    const of = records({
      entities: Array.from({ length: 301 }, (_, i) => ({ id: `e${i}`, names: named(`Entity ${i}`) })),
      claims: [],
    });
    expect(() => describedOf(wholeInput(of))).toThrow(/at most 300 entities; this holds 301.*Choose fewer/);
  });

  it('names the digest of the own JSON of what it shows', () => {
    const input = wholeInput(pair('Anna', 'Tarvonia'));
    const own = writtenFiles(ownJson, input).filter(({ name }) => name.endsWith('.json'));
    expect(own).toHaveLength(1);
    expect(describedOf(input).digest).toBe(createHash('sha256').update(own[0]!.text).digest('hex'));
  });

  it('of nothing is a sheet with its lines', async () => {
    const svg = await drawn(describedOf(wholeInput(records({ claims: [] }))), 'sheet-svg');
    expect(svg).toMatch(/^<svg [^>]*role="graphics-document"/);
    expect(svg).toContain('Shown: 0 entities');
  });

  it('names its parts by hedged sentences, in words that a reader of screens hears', async () => {
    const described = describedOf(wholeInput(pair('Anna', 'Tarvonia')));
    const svg = await drawn(described, 'sheet-svg');
    expect(svg).toMatch(/<title id="attest-title">/);
    expect(svg).toContain('<desc id="attest-desc">A network of 2 entities and 1 claim: Anna, Tarvonia.');
    expect(svg).toContain('<title>Anna, person</title>');
    for (const { sentence } of described.claims) expect(svg).toContain(`<title>${sentence.replaceAll("'", '&apos;')}</title>`);
    expect(svg).toContain(described.digest);
  });
});

describe('hostile texts', () => {
  const HOSTILE = [
    ...naughty.filter((text) => text.trim() !== ''),
    `<b a='1'>&"]]>\u0000\uD800 \uFFFE`,
    '</svg><script>alert(1)</script>',
    '<style>@fonts</style>',
  ];
  it('become no markup, whatever field they stand in', async () => {
    for (const texts of [HOSTILE.slice(0, 260), HOSTILE.slice(260)]) {
      const of = records({
        entities: texts.map((text, i) => ({ id: `e${i}`, names: named(text) })),
        predicates: [{ id: 'p', forms: { finite: texts[3]!, infinitive: 'x', passive: 'x', noun: 'x' } }],
        claims: texts.slice(1).map((text, i) => ({
          id: `c${i}`,
          predicate: 'p',
          subject: `e${i}`,
          object: i % 3 === 0 ? { text, lang: 'en' } : `e${i + 1}`,
          citations: [{ source: 'page', paraphrase: text, quote: text }],
        })),
        sources: [{ id: 'page', title: texts.at(-1)!, url: 'javascript:alert(1)' }],
      });
      const input = { ...wholeInput(of), view: { filters: [texts.at(-2)!], title: texts.at(-1)! } };
      const described = describedOf(input);
      const { files } = await drawDescribed({ described, kinds: ['figure-svg', 'embed'] });
      const [svg, page] = [files['figure-svg'], files.embed].map((bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      const allowed = new Set(['svg', 'title', 'desc', 'style', 'g', 'path', 'rect', 'circle', 'text', 'tspan']);
      expect([...new Set([...svg!.matchAll(/<([a-z]+)/gi)].map(([, name]) => name!))].filter((name) => !allowed.has(name))).toEqual([]);
      expect(svg!.match(/<style>/g)).toHaveLength(1);
      // eslint-disable-next-line no-control-regex
      expect(svg).not.toMatch(/[\u0000-\u0008\uFFFE]| on[a-z]+="/);
      expect(page!.match(/<script/g)).toHaveLength(1);
      expect(page).not.toMatch(/<(?:img|iframe|object|embed|link|base|form)\b|href="javascript:| on[a-z]+="/i);
      expect([...page!.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, to]) => to!).filter((to) => !to.startsWith('#'))).toEqual([]);
    }
  }, 300_000);
});
