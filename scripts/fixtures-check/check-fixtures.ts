/** Runs all checks of one curated case, and says which were not possible. */
import { checkRecords } from '../../server/domain/importing/checks/check-records.ts';
import { notesAsFact } from '../../server/domain/importing/checks/warn-notes.ts';
import { emptyRecords } from '../../server/domain/model/empty-records.ts';
import type { Problem } from '../../server/domain/model/errors.ts';
import { checkArticles, type Articles } from './check-articles.ts';
import { gateLines } from './check-gate.ts';
import { checkPassages } from './check-passages.ts';
import type { ParagraphIndex } from './paragraph-index.ts';
import { placeProblems, readFixtures, type FixtureFolder } from './read-fixtures.ts';

export interface CheckInput {
  /** The dataset `core`, whose predicates the case uses. */
  vocabulary: FixtureFolder;
  /** The dataset of the case. */
  files: FixtureFolder;
  index: ParagraphIndex;
  /** File name → text of the article. Absent: the case is not compared with its articles, and the report says so. */
  articles?: Articles;
  /** Name everything that the publication gate refuses, not only its number. */
  listGate?: boolean;
}

/**
 * Without `problems` the case is valid as far as `lines` say that it was checked. Schema, ids, lineage, predicates, propositions and standings are checked by
 * the rules of the import, against an empty database; the rest by editorial rules.
 */
export function checkFixtures(input: CheckInput): { problems: Problem[]; lines: string[] } {
  const folders = [input.vocabulary, input.files];
  const { batch, problems } = readFixtures(folders);
  problems.push(...checkRecords(batch, { records: emptyRecords(), aliases: new Map() }), ...checkPassages(batch, input.index), ...notesAsFact(batch));
  if (input.articles) problems.push(...checkArticles(batch, input.index, input.articles));
  const counts = (['claims', 'citations', 'entities', 'sources', 'voices', 'predicates', 'questions'] as const).map((list) => `${batch[list].length} ${list}`);
  return {
    problems: placeProblems(problems, folders),
    lines: [
      counts.join(', '),
      input.articles
        ? `compared with ${input.index.size} articles: copied runs of words, names printed, paragraphs unchanged`
        : 'NOT compared with the articles (copied runs of words, names printed): give --articles <folder>',
      ...(problems.length === 0 ? gateLines(batch, input.listGate ?? false) : ['NOT tried at the publication gate, because of the problems']),
    ],
  };
}
