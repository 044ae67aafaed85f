import { describe, expect, it } from 'vitest';
import { pathOfClaims } from '../../domain/testing/path-of-claims.ts';
import { checkPublication } from '../../domain/publishing/publication-gate.ts';
import { records } from '../../domain/testing/build-records.ts';
import { wholeInput } from '../testing/whole-input.ts';
import { writtenFiles } from '../testing/written-files.ts';
import { recountDossier } from '../testing/recount-dossier.ts';
import { markdownDossier } from './markdown-dossier.ts';

const CASE = records({
  dataset: { id: 'demo', knowledgeUntil: { edtf: '2024-09', basis: 'stated' } },
  voices: [{ id: 'daily', name: 'The Daily' }],
  sources: [
    {
      id: 'page',
      publisher: 'The Daily',
      title: 'Three [charged]',
      url: 'https://example.org/1',
      published: '2024-09-18',
    },
  ],
  entities: [
    { id: 'petrov', names: [{ text: 'Ivan *Petrov* <b>', lang: 'en', kind: 'primary' }] },
    {
      id: 'plot',
      type: 'Plot',
      names: [{ text: 'Plot to kill a writer', lang: 'en', kind: 'label' }],
    },
    { id: 'writer', names: [{ text: 'Writer', lang: 'en', kind: 'primary' }] },
  ],
  predicates: [
    {
      id: 'planned',
      group: 'execution',
      accuses: ['subject'],
      forms: {
        finite: 'planned',
        infinitive: 'to have planned',
        passive: 'was planned by',
        noun: 'planning',
      },
    },
    {
      id: 'aimed-at',
      group: 'target',
      forms: {
        finite: 'was aimed at',
        infinitive: 'to have been aimed at',
        passive: 'was the target of',
        noun: 'aim',
      },
    },
  ],
  claims: [
    {
      id: 'deed',
      predicate: 'planned',
      subject: 'petrov',
      object: 'plot',
      citations: [{ locator: 3, paraphrase: 'He drew it up', quote: 'his plan', standing: 'reported' }],
    },
    {
      id: 'aim',
      predicate: 'aimed-at',
      subject: 'plot',
      object: 'writer',
      citations: [{ locator: 4, paraphrase: 'It was meant for the writer.', standing: 'reported' }],
    },
  ],
});

function dossier(): string {
  const { ctx } = wholeInput(CASE);
  const claims = ['deed', 'aim'];
  const path = pathOfClaims(['petrov', 'plot', 'writer'], claims, ctx.records, ctx.figures);
  const view = { title: 'From *one* to another', filters: ['standing at least reported'], made: '2026-11-29' };
  const gate = checkPublication(ctx, { entities: [], claims, view });
  expect(gate.refused).toEqual([]);
  return writtenFiles(markdownDossier, { ctx, entities: [], claims, paths: [path], view, gate })[0]?.text ?? '';
}

describe('the dossier', () => {
  it('has all its parts from the title to the notes', () => {
    expect(dossier()).toBe(
      String.raw`# From \*one\* to another

29 November 2026.

## What was asked

- By what path are Ivan \*Petrov\* &lt;b> and Writer linked?
- 1 path asked for, 1 told.
- Filter: standing at least reported.

## In short

- As told up to 2024-09; later outcomes not searched. The newest source on this matter: 18 September 2024; no outcome after it was looked for.
- At no date in particular: everything on record.
- 1 filter, listed above.
- Shown: 3 entities and 2 claims, by 2 citations of 2 passages.
- 1 source on the ways of these passages, 0 not seen; 1 origin.
- 2 claims on a single origin, 0 claims on parties only.
- 1 accused: 0 with a response on record in these sources, 1 without.
- 1 caveat, listed in the appendix.

## Answer

One path is told from Ivan \*Petrov\* &lt;b> to Writer, through the plot to kill a writer (weakest hop: reported); no hop of it rests on a court.

No response by Ivan \*Petrov\* &lt;b> to what is told here is on record in these sources.

- Rests on a court: no hop
- Weakest hop: Ivan \*Petrov\* &lt;b> – the plot to kill a writer (reported, 1 origin, 1 uninvolved) (C1)
- Stands against it: no dispute on record in these sources
- No link, says: nobody in these sources

## Picture

*Place for the picture of this view, which is exported as PNG or SVG.*

## Path: Ivan \*Petrov\* &lt;b> to Writer: the plot to kill a writer; weakest hop: reported

Ivan \*Petrov\* &lt;b> is reported by The Daily to have planned the plot to kill a writer.[^1] *(C1, the weakest hop)*

The plot to kill a writer was aimed at Writer, according to The Daily.[^2] *(C2)*

- The weakest hop is number 1, Ivan \*Petrov\* &lt;b> to the plot to kill a writer: reported, 1 origin, 1 uninvolved.

## Execution

- **C1** Ivan \*Petrov\* &lt;b> – the plot to kill a writer, told in the path above.[^1] *Reported; 1 origin, 1 uninvolved.*

## Target

- **C2** The plot to kill a writer – Writer, told in the path above.[^2] *Reported; 1 origin, 1 uninvolved.*

## Who answers

### Without (1)

- Ivan \*Petrov\* &lt;b>: no response on record in these sources.

## Sources

### On the ways (1)

- **S1** The Daily, “Three \[charged\]”. 18 September 2024. 2 citations here. <https://example.org/1>

### Origins (1)

- The Daily

## Appendix

### What rests on little

- On a single origin (2): C1, C2.

### Caveats (1)

- 1 claim accuses without naming an accuser, and is told as reported. This is: C1.

### Entities (3)

#### Person (2)

- Ivan \*Petrov\* &lt;b>
- Writer

#### Plot (1)

- Plot to kill a writer

### What this format loses

- Lost in this format: languages and scripts of names (3).
- Lost in this format: definitions of predicates (2).
- Lost in this format: ids of records (7).
- Recorded times, change sets and investigations are in no export.

## Notes

[^1]: The Daily, “Three \[charged\]”, 18 September 2024, paragraph 3. Reported. In our words: He drew it up. In its own: “his plan”. (S1)
[^2]: The same, paragraph 4. Reported. In our words: It was meant for the writer. (S1)
`,
    );
  });
  it.each([
    ['see https://a.example/x', String.raw`see https\://a.example/x`],
    ['at www.a.example', String.raw`at www\.a.example`],
    ['mailto:ann@a.example', String.raw`mailto\:ann\@a.example`],
    ['1. > first', String.raw`1\. > first`],
    ['- so', String.raw`\- so`],
    ['> so', String.raw`\> so`],
    ['$x$', String.raw`\$x\$`],
  ])('makes no link or format of %j', (title, written) => {
    const gate = checkPublication(wholeInput(CASE).ctx, { entities: [], claims: [], view: { title } });
    expect(writtenFiles(markdownDossier, { ...wholeInput(CASE), view: { title, filters: [] }, gate })[0]?.text.split('\n')[0]).toBe(`# ${written}`);
  });
  it('holds every figure that it prints', () => expect(recountDossier(dossier())).toEqual([]));
  it('has a footnote for every mark and a mark for every footnote', () => {
    const text = dossier();
    const marks = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, n]) => n));
    const notes = new Set([...text.matchAll(/^\[\^(\d+)\]:/gm)].map(([, n]) => n));
    expect(marks).toEqual(notes);
  });
  it('names the paths that are not told among what was left out', () => {
    const [file] = writtenFiles(markdownDossier, { ...wholeInput(CASE), pathsLeftOut: ['Path A – B is left out: its hop A – B has no claim left.'] });
    expect(file?.text).toContain('### Paths (1)');
    expect(file?.text).toContain('- Path A – B is left out: its hop A – B has no claim left.');
  });
});
