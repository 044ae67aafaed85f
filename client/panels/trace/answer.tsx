/** A question answered in words: the question, the sentence that answers it, those it rests on, and what is said in short beside every answer. */
import type { AnswerInWordsView } from '../../../server/contract/answer-in-words.ts';
import { words } from '../../i18n/messages.ts';
import { FootnoteMarks } from './footnote-marks.tsx';

const t = words.trace;

export function Answer({ answer: { sentences, facts, notes, knowledge }, question }: { answer: AnswerInWordsView; question?: string }) {
  const [lead, ...rest] = sentences;
  const sentence = ({ text, footnotes }: AnswerInWordsView['sentences'][number]) => (
    <span key={text} data-notes={footnotes.join(' ')}>
      <span>{text}</span>
      <FootnoteMarks numbers={footnotes} notes={notes} />{' '}
    </span>
  );
  return (
    <section className="answer" aria-label={t.answer}>
      {question !== undefined && (
        <p className="question-asked" dir="auto">
          {question}
        </p>
      )}
      {lead && (
        <p className="lead" lang="en" dir="ltr">
          {sentence(lead)}
        </p>
      )}
      {rest.length > 0 && (
        <p className="rest" lang="en" dir="ltr">
          {rest.map(sentence)}
        </p>
      )}
      {facts.length > 0 && (
        <dl>
          {facts.map(({ of, text }) => (
            <div key={of}>
              <dt>{t.facts[of]}</dt>
              <dd dir="ltr" lang="en">
                {text}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="meta" lang="en" dir="ltr">
        {knowledge}
      </p>
    </section>
  );
}
