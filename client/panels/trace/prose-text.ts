/** A path in words as text to paste: sentences with numbered footnotes, plain or in Markdown. */
import type { TracePathView } from '../../../server/contract/routes/trace.ts';

/** Plain: "… in July.[1]" and "[1] …"; Markdown: footnotes `[^1]`. */
export function proseText(path: TracePathView, form: 'plain' | 'markdown'): string {
  const mark = (n: number): string => (form === 'markdown' ? `[^${n}]` : `[${n}]`);
  const body = path.prose.sentences.map((s) => `${s.text}${s.footnotes.map(mark).join('')}`).join(form === 'markdown' ? '\n\n' : ' ');
  const notes = path.prose.notes.map((note) => (form === 'markdown' ? `[^${note.n}]: ${note.text}` : `[${note.n}] ${note.text}`));
  const title = form === 'markdown' ? `## ${path.title}` : path.title;
  return `${[title, body, notes.join('\n'), path.prose.closing.join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}
