/** All checks of one curated case in one call, with what was not checked said. */
import type { Problem } from '../../server/domain/errors.ts';
import { checkArticles, type Articles } from './check-articles.ts';
import { checkClaims } from './check-claims.ts';
import { checkPassages } from './check-passages.ts';
import { checkReferences } from './check-references.ts';
import { readFixtureSet } from './fixture-set.ts';
import type { ParagraphIndex } from './paragraph-index.ts';

export interface CheckInput {
  /** Files that only lend their predicates. */
  vocabulary: { name: string; text: string }[];
  files: { name: string; text: string }[];
  index: ParagraphIndex;
  /** Texts of the articles by file name; absent: the comparison with them is not made, and the report says so. */
  articles?: Articles;
}

/** `problems` empty: the case is sound as far as `lines` say it was looked at. */
export function checkFixtures(input: CheckInput): { problems: Problem[]; lines: string[] } {
  const { set, problems } = readFixtureSet([...input.vocabulary, ...input.files]);
  problems.push(...checkReferences(set), ...checkClaims(set), ...checkPassages(set, input.index));
  if (input.articles) problems.push(...checkArticles(set, input.index, input.articles));
  const citations = set.claims.reduce((sum, { record }) => sum + record.citations.length, 0);
  return {
    problems,
    lines: [
      `${set.claims.length} claims, ${citations} citations, ${set.entities.length} entities, ${set.sources.length} sources, ${set.voices.length} voices, ${set.predicates.length} predicates`,
      input.articles
        ? `compared with ${input.index.size} articles: copied runs of words, names printed, paragraphs unchanged`
        : 'NOT compared with the articles (copied runs of words, names printed): give --articles <folder>',
    ],
  };
}
