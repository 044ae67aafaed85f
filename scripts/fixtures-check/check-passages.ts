/** Can every passage be found again, and is it told briefly in words of our own? */
import type { Problem } from '../../server/domain/errors.ts';
import { citationsOf, problemAt, type FixtureSet } from './fixture-set.ts';
import type { ParagraphIndex } from './paragraph-index.ts';

/** The most words a paraphrase may have. */
export const PARAPHRASE_WORDS = 30;

/** Citations of an article read whose paragraph is not in the index, and paraphrases that are too long. */
export function checkPassages(set: FixtureSet, index: ParagraphIndex): Problem[] {
  const seen = new Map(set.sources.map(({ record }) => [record.id, record.seen]));
  return set.claims.flatMap((claim) =>
    citationsOf(claim).flatMap(({ record: { source, locator, paraphrase }, file, path }) => {
      const problems: Problem[] = [];
      const refuse = (field: string, code: string, message: string) =>
        problems.push(problemAt(file, [...path, field], code, `${claim.record.id}: ${message}`));
      const words = paraphrase.trim().split(/\s+/).length;
      if (words > PARAPHRASE_WORDS) refuse('paraphrase', 'long-paraphrase', `a paraphrase has ${words} words, more than ${PARAPHRASE_WORDS}`);
      if (source === undefined) return problems;
      const article = index.get(source);
      if (seen.get(source) === false) refuse('source', 'unseen-source', `${source} was not read: cite what was read, with this as origin`);
      else if (!article) refuse('source', 'paragraph', `${source} is not in the paragraph index`);
      else if (!locator || !('paragraph' in locator)) refuse('locator', 'paragraph', 'a citation of an article gives no paragraph');
      else if (locator.paragraph > article.hashes.length) {
        refuse('locator', 'paragraph', `${source} has ${article.hashes.length} paragraphs, not ${locator.paragraph}`);
      }
      return problems;
    }),
  );
}
