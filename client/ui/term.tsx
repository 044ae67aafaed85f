/** A word of the trade that says in a sentence what it means, under the pointer, with the focus, or on a tap. */
import type { ReactElement, ReactNode } from 'react';
import { Tooltip } from '@mantine/core';
import { words } from '../i18n/messages.ts';

export type TermName = keyof typeof words.terms;

/** Explains what can have the focus already: a button, a field. */
export function Explained({ term, children }: { term: TermName; children: ReactElement }) {
  return (
    <Tooltip label={words.terms[term]} multiline w={280} openDelay={250} events={{ hover: true, focus: true, touch: true }} withinPortal>
      {children}
    </Tooltip>
  );
}

/** A word within a text. It takes the focus, so that the keyboard reaches its meaning, too. */
export function Term({ term, children }: { term: TermName; children: ReactNode }) {
  return (
    <Explained term={term}>
      <dfn className="term" tabIndex={0}>
        {children}
      </dfn>
    </Explained>
  );
}

/** A text of the vocabulary without its marks of code: the word that stands in them is one of the model, and is quoted. */
export const withQuotes = (text: string): string => text.replaceAll(/`([^`]+)`/g, '“$1”');
