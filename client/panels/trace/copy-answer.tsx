/** Copies an answer in words with its footnotes, plain or in Markdown; further acts on it stand in the same menu. */
import type { ReactNode } from 'react';
import { Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { AnswerInWordsView } from '../../../server/contract/answer-in-words.ts';
import type { TracePathView } from '../../../server/contract/routes/trace.ts';
import { useDeps } from '../../acts/deps.ts';
import { words } from '../../i18n/messages.ts';
import { answerText, type TextForm } from './prose-text.ts';

const t = words.trace;

/**
 * @param question stands above the answer
 * @param path is copied below it, its notes numbered after those of the answer
 */
export function CopyAnswer({ answer, question, path, children }: { answer: AnswerInWordsView; question?: string; path?: TracePathView; children?: ReactNode }) {
  const deps = useDeps();
  const copy = (form: TextForm): void => {
    const facts = answer.facts.map(({ of, text }) => t.fact(t.facts[of], text));
    // Without a secure context `navigator.clipboard` is undefined, so this may throw.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(answerText(answer, form, { question, facts, path })))
      .then(
        () => deps.tell(words.app.copied),
        () => deps.tell(words.errors.notCopied, true),
      );
  };
  return (
    <>
      <button type="button" className="btn small" data-tour="copy" onClick={() => copy('plain')}>
        <IconCopy size={14} aria-hidden />
        {t.copy}
      </button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <button type="button" className="btn small icon" aria-label={words.app.more}>
            ⋯
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => copy('markdown')}>{t.copyMarkdown}</Menu.Item>
          {children}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
