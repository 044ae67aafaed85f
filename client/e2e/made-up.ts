/** Made-up datasets for the browser tests, and their import over the API. */
import { expect } from '@playwright/test';

const OPEN_TAB = { name: 'open-tab', title: 'A case that changes', until: '2024-09' };

/** A made-up dataset: people, and pairs of them of whom one is said to have hired the other. */
export function dataset(names: readonly string[], hired: readonly [number, number][], { name, title, until } = OPEN_TAB): string {
  const id = (n: number): string => `${name}-${n}`;
  const citation = { source: `${name}-source`, locator: { paragraph: 1 }, paraphrase: 'It says so.', standing: { level: 'reported' } };
  return JSON.stringify({
    format: 'attest/1',
    dataset: { id: name, title, curator: 'made up', licence: 'CC0-1.0', knowledgeUntil: { edtf: until, basis: 'stated' } },
    voices: names.length === 0 ? [] : [{ id: `${name}-voice`, name: 'Made-up paper', stake: 'none' }],
    sources:
      names.length === 0
        ? []
        : [
            {
              id: `${name}-source`,
              kind: 'article',
              publisher: 'Made-up paper',
              title: 'Made up',
              language: 'en',
              published: { edtf: '2024-01-02', basis: 'stated' },
              voice: `${name}-voice`,
              seen: true,
            },
          ],
    entities: names.map((text, n) => ({ id: id(n), type: 'Person', names: [{ text, lang: 'en', kind: 'primary' }] })),
    claims: hired.map(([from, to]) => ({ id: `${name}-${from}-${to}`, subject: id(from), predicate: 'hired', object: id(to), citations: [citation] })),
  });
}

/** Imports over the API, as somebody else would, and says what an import of it removed. */
export async function importing(baseURL: string, text: string, query = ''): Promise<number> {
  const form = new FormData();
  form.append('file', new Blob([text], { type: 'application/json' }), 'open-tab.json');
  const answer = await fetch(new URL(`/api/imports?wait=true&overwrite=true${query}`, baseURL), { method: 'POST', body: form });
  const { report } = (await answer.json()) as { report?: { outcome: string; removed: unknown[]; problems: unknown[] } };
  expect(report?.problems, `import answered ${answer.status}`).toEqual([]);
  return report?.removed.length ?? 0;
}
export async function replacing(baseURL: string, text: string): Promise<void> {
  const removed = await importing(baseURL, text, '&prune=true&dryRun=true');
  await importing(baseURL, text, `&prune=true&pruneExactly=${removed}`);
}
