/** With the articles at hand: are they the ones indexed, is nothing copied from them, and does each print the names cited to it? */
import type { Problem } from '../../server/domain/errors.ts';
import { citationsOf, problemAt, type FixtureFile, type FixtureSet, type Path } from './fixture-set.ts';
import { hashParagraph, paragraphsOf, type ParagraphIndex } from './paragraph-index.ts';

/** A run of this many words or more counts as copied. */
export const COPIED_RUN = 6;

/** Texts of the articles by file name. */
export type Articles = Map<string, string>;

/** Differences from the index, copied runs of words beyond names and titles, and names not printed where they are said to be. */
export function checkArticles(set: FixtureSet, index: ParagraphIndex, articles: Articles): Problem[] {
  return [...checkIndex(index, articles), ...checkCopies(set, articles), ...checkNames(set, index, articles)];
}

/** Lower-case words of letters and digits; apostrophes are dropped so that a curly one is no way round. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['‘’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
}

function checkIndex(index: ParagraphIndex, articles: Articles): Problem[] {
  return [...index].flatMap(([source, { article, hashes }]) => {
    const text = articles.get(article);
    if (text === undefined) return [{ code: 'article', message: `the article of ${source}, ${article}, is not in the folder given` }];
    const found = paragraphsOf(text).map(hashParagraph);
    if (found.length !== hashes.length) return [{ code: 'article', message: `${article} has ${found.length} paragraphs, the index ${hashes.length}` }];
    const changed = found.flatMap((hash, i) => (hash === hashes[i] ? [] : [i + 1]));
    return changed.map((n) => ({ code: 'article', message: `${article}: paragraph ${n} is not the one indexed` }));
  });
}

function checkCopies(set: FixtureSet, articles: Articles): Problem[] {
  const runs = new Map<string, string>();
  for (const [name, text] of articles) for (const run of runsOf(text)) runs.set(run, name);
  const namesAndTitles = [
    ...set.entities.flatMap(({ record }) => record.names.filter(({ kind }) => kind !== 'label').map(({ text }) => text)),
    ...set.sources.flatMap(({ record }) => (record.title === undefined ? [] : [record.title])),
  ].flatMap(runsOf);
  for (const run of namesAndTitles) runs.delete(run);
  return ownWords(set).flatMap(({ file, path, text }) => {
    const copied = runsOf(text).find((run) => runs.has(run));
    return copied === undefined ? [] : [problemAt(file, path, 'copied', `copies "${copied}" from ${runs.get(copied)}`)];
  });
}

/** Every text of the files that must be in the curator's own words. */
function ownWords(set: FixtureSet): { file: FixtureFile; path: Path; text: string }[] {
  const texts: { file: FixtureFile; path: Path; text: string }[] = [];
  const add = (at: { file: FixtureFile; path: Path }, text: string | undefined, ...rest: Path) => {
    if (text !== undefined) texts.push({ file: at.file, path: [...at.path, ...rest], text });
  };
  for (const claim of set.claims) {
    if (typeof claim.record.object !== 'string') add(claim, claim.record.object.text, 'object', 'text');
    for (const citation of citationsOf(claim)) {
      add(citation, citation.record.paraphrase, 'paraphrase');
      add(citation, citation.record.quote, 'quote');
      add(citation, citation.record.hedge, 'hedge');
      add(citation, citation.record.as, 'as');
    }
  }
  for (const entity of set.entities) entity.record.names.forEach((name, i) => name.kind === 'label' && add(entity, name.text, 'names', i, 'text'));
  for (const voice of set.voices) {
    if (typeof voice.record.stake !== 'string') voice.record.stake.forEach((entry, i) => add(voice, entry.why, 'stake', i, 'why'));
  }
  for (const rivals of set.rivals) add(rivals, rivals.record.why, 'why');
  for (const pair of set.identities) add(pair, pair.record.why, 'why');
  for (const question of set.questions) add(question, question.record.text, 'text');
  return texts;
}

function runsOf(text: string): string[] {
  const words = wordsOf(text);
  const runs: string[] = [];
  for (let i = 0; i + COPIED_RUN <= words.length; i++) runs.push(words.slice(i, i + COPIED_RUN).join(' '));
  return runs;
}

function checkNames(set: FixtureSet, index: ParagraphIndex, articles: Articles): Problem[] {
  return set.entities.flatMap((entity) =>
    entity.record.names.flatMap((name, i) =>
      (name.sources ?? []).flatMap((source) => {
        const text = articles.get(index.get(source)?.article ?? '');
        if (text === undefined || text.normalize('NFC').includes(name.text.normalize('NFC'))) return [];
        return [problemAt(entity.file, [...entity.path, 'names', i], 'name', `"${name.text}" is not printed in ${source}`)];
      }),
    ),
  );
}
