/** What is told in words as text to paste: sentences with numbered footnotes, plain or in Markdown. */
import type { AnswerInWordsView } from '../../../server/contract/answer-in-words.ts';
import type { TracePathView } from '../../../server/contract/routes/trace.ts';

export type TextForm = 'plain' | 'markdown';
type Note = TracePathView['prose']['notes'][number];

const markOf = (form: TextForm) => (n: number) => (form === 'markdown' ? `[^${n}]` : `[${n}]`);
const noteText = ({ n, text }: Note, form: TextForm) => (form === 'markdown' ? `[^${n}]: ${text}` : `[${n}] ${text}`);
const paragraphs = (parts: readonly string[]) => `${parts.filter((part) => part !== '').join('\n\n')}\n`;

/** Plain: "… in July.[1]" and "[1] …"; Markdown: footnotes `[^1]`. */
export function proseText(path: TracePathView, form: TextForm): string {
  const mark = markOf(form);
  const body = path.prose.sentences.map((s) => `${s.text}${s.footnotes.map(mark).join('')}`).join(form === 'markdown' ? '\n\n' : ' ');
  const notes = path.prose.notes.map((note) => noteText(note, form));
  const title = form === 'markdown' ? `## ${path.title}` : path.title;
  return paragraphs([title, body, notes.join('\n'), path.prose.closing.join('\n')]);
}

/** The question, its answer and what is said in short beside it, with the path that is read below; the notes of the path are numbered after those of the answer. */
export function answerText(answer: AnswerInWordsView, form: TextForm, more: { question?: string; facts: readonly string[]; path?: TracePathView }): string {
  const mark = markOf(form);
  const { question = '', facts, path } = more;
  const body = answer.sentences.map((s) => `${s.text}${s.footnotes.map(mark).join('')}`).join(' ');
  const notes = answer.notes.map((note) => noteText(note, form)).join('\n');
  const lines = facts.map((fact) => (form === 'markdown' ? `- ${fact}` : fact)).join('\n');
  const title = form === 'markdown' && question !== '' ? `# ${question}` : question;
  const own = [title, body, lines, notes];
  if (!path) return paragraphs([...own, answer.knowledge]);
  return `${paragraphs(own)}\n${proseText(numberedAfter(path, answer), form)}`;
}

/** The path with its notes numbered after those of the answer. */
export function numberedAfter(path: TracePathView, { notes }: Pick<AnswerInWordsView, 'notes'>): TracePathView {
  const by = notes.length;
  const { prose } = path;
  return {
    ...path,
    prose: {
      ...prose,
      sentences: prose.sentences.map((sentence) => ({ ...sentence, footnotes: sentence.footnotes.map((n) => n + by) })),
      notes: prose.notes.map((note) => ({ ...note, n: note.n + by })),
    },
  };
}
