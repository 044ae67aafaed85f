/** Undo and redo of a tab as text, so that they survive a reload of the page. */
import type { Step } from '../history.ts';
import { initialState, type ViewState } from '../reduce.ts';
import { EMPTY_DOCUMENT, type ViewDocument } from '../view.ts';
import { decodeView, documentText, encodeView, readLink } from './link-codec.ts';

/** The steps nearest to the present are kept: so many of undo and redo together, and so many characters in all. */
export const UNDO_KEPT = { steps: 50, characters: 1_000_000 } as const;

/** The words of the act, and the document in the shape of a link; null for an empty one. */
type KeptStep = [act: string, view: unknown];
/** `entry`: the entry of the browser's history that was shown; `view`: its view as the text of a link. */
interface Kept {
  entry: string;
  view: string;
  past: KeptStep[];
  future: KeptStep[];
}

const textOf = ({ act, document }: Step<ViewDocument>): string => `[${JSON.stringify(act)},${documentText(document)}]`;

/** The view with the steps around it, and the entry of the browser's history it belongs to. */
export function keptText(state: ViewState, entry: string): string {
  const { past, future } = state.history;
  const head = JSON.stringify({ entry, view: encodeView(state) }).slice(0, -1);
  const left: { steps: number; characters: number } = { steps: UNDO_KEPT.steps, characters: UNDO_KEPT.characters - head.length - 30 };
  const nearest = (steps: readonly Step<ViewDocument>[]): string[] => {
    const texts: string[] = [];
    for (const step of steps) {
      const text = textOf(step);
      if (left.steps === 0 || left.characters < text.length + 1) break;
      left.steps -= 1;
      left.characters -= text.length + 1;
      texts.push(text);
    }
    return texts;
  };
  const before = nearest(past.toReversed()).toReversed();
  return `${head},"past":[${before.join(',')}],"future":[${nearest(future).join(',')}]}`;
}

/** The view that was kept for this entry, with its steps; undefined for another entry, or where the text is of another version. */
export function viewKept(text: string, entry: string): ViewState | undefined {
  try {
    const kept = JSON.parse(text) as Kept;
    const state = kept.view === '' ? initialState() : decodeView(kept.view);
    if (kept.entry !== entry || !state) return undefined;
    return { ...state, history: { past: kept.past.map(stepOf), present: state.history.present, future: kept.future.map(stepOf) } };
  } catch {
    return undefined;
  }
}

function stepOf([act, view]: KeptStep): Step<ViewDocument> {
  const document = view === null ? EMPTY_DOCUMENT : readLink(view)?.history.present;
  if (typeof act !== 'string' || !document) throw new Error('This step is of another version.');
  return { act, document };
}
