/** How many words in a row a paraphrase has in common with the text of its source, live: with the whole of it, not only the passage that was marked. */
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { COPIED_RUN, longestSharedRun, wordsOf } from '../../../../server/domain/texts/copied-words.ts';
import { textQuery, textsQuery } from '../../../api/queries-texts.ts';
import { words } from '../../../i18n/messages.ts';

const t = words.claimForm;

interface Run {
  length: number;
  /** Absent where it is of the words that were marked, and the text itself is not there. */
  paragraph?: number;
}

/** The longest run shared with a paragraph of the text. */
function longestOf(paraphrase: string, paragraphs: readonly (readonly string[])[]): Run {
  const own = wordsOf(paraphrase);
  let longest: Run = { length: 0 };
  for (const [n, paragraph] of paragraphs.entries()) {
    const length = longestSharedRun(own, paragraph);
    if (length > longest.length) longest = { length, paragraph: n + 1 };
  }
  return longest;
}

/** @param passage the words that were marked */
export function CopyCheck({ paraphrase, source, passage }: { paraphrase: string; source: string; passage: string | undefined }) {
  const hasText = useQuery(textsQuery()).data?.texts.some((one) => one.source === source) ?? false;
  const text = useQuery({ ...textQuery(source), enabled: hasText }).data;
  const paragraphs = useMemo(() => text?.paragraphs.map((one) => wordsOf(one.text)), [text]);
  const run = useMemo(
    (): Run | undefined =>
      paragraphs ? longestOf(paraphrase, paragraphs) : passage === undefined ? undefined : { length: longestSharedRun(wordsOf(paraphrase), wordsOf(passage)) },
    [paraphrase, paragraphs, passage],
  );
  if (!run) return null;
  const isCopy = run.length >= COPIED_RUN;
  return (
    <p className={isCopy ? 'meta wrong' : 'meta'} role={isCopy ? 'alert' : 'status'}>
      {isCopy ? t.copied(run.length, run.paragraph) : t.copy(run.length)}
    </p>
  );
}
