/** How many words in a row a field has in common with the text it is filled in beside, live: with the whole of it, not only the passage that was marked. */
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { COPIED_RUN, isProperName, longestSharedRun, TITLE_WITHIN, wordsOf } from '../../../../server/domain/texts/copied-words.ts';
import { textQuery, textsQuery } from '../../../api/queries-texts.ts';
import { useOpenForms } from '../../../state/draft/open-forms.ts';
import { useView } from '../../../state/store.ts';
import { words } from '../../../i18n/messages.ts';

const t = words.claimForm;

interface Run {
  length: number;
  /** Absent where it is of the words that were marked, and the text itself is not there. */
  paragraph?: number;
}

/** The longest run shared with a paragraph of the text. */
function longestOf(said: string, paragraphs: readonly (readonly string[])[]): Run {
  const own = wordsOf(said);
  let longest: Run = { length: 0 };
  for (const [n, paragraph] of paragraphs.entries()) {
    const length = longestSharedRun(own, paragraph);
    if (length > longest.length) longest = { length, paragraph: n + 1 };
  }
  return longest;
}

/** The source whose text stands beside what is typed: that of the passage a form is filled in for, else the one read on the desk. */
function useSourceBeside(): string | undefined {
  const forms = useOpenForms();
  const read = useView((s) => s.desk?.source);
  const passage = forms.flatMap((form) => (form.form === 'claim' && form.passage ? [form.passage.source] : [])).at(-1);
  return passage ?? read;
}

interface CopyCheckProps {
  said: string;
  /** A name proper is a fact, and a title stands at the head of its own text. */
  of?: 'name' | 'title';
  /** Absent: the one beside which it is typed. */
  source?: string;
  /** The words that were marked. */
  passage?: string | undefined;
  /** Told while nothing is copied, too. */
  always?: boolean;
}

export function CopyCheck({ said, of, source: own, passage, always = false }: CopyCheckProps) {
  const beside = useSourceBeside();
  const source = own === undefined || own === '' ? beside : own;
  const isLong = always || wordsOf(said).length >= COPIED_RUN;
  const hasText = useQuery({ ...textsQuery(), enabled: isLong && source !== undefined }).data?.texts.some((one) => one.source === source) ?? false;
  const text = useQuery({ ...textQuery(source ?? ''), enabled: isLong && hasText }).data;
  const paragraphs = useMemo(() => text?.paragraphs.map((one, n) => (of === 'title' && n < TITLE_WITHIN ? [] : wordsOf(one.text))), [text, of]);
  const run = useMemo((): Run | undefined => {
    if (!isLong || (of === 'name' && isProperName(said))) return undefined;
    if (paragraphs) return longestOf(said, paragraphs);
    return passage === undefined ? undefined : { length: longestSharedRun(wordsOf(said), wordsOf(passage)) };
  }, [said, of, isLong, paragraphs, passage]);
  if (!run) return null;
  const isCopy = run.length >= COPIED_RUN;
  if (!isCopy && !always) return null;
  return (
    <p className={isCopy ? 'meta wrong' : 'meta'} role={isCopy ? 'alert' : 'status'}>
      {isCopy ? t.copied(run.length, run.paragraph) : t.copy(run.length)}
    </p>
  );
}
