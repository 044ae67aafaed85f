/** A line at the bottom of a terminal that shows the progress of an import; nothing where there is no terminal. */
import type { WriteStream } from 'node:tty';
import type { ImportProgress } from '../../server/usecases/importing/import-files.ts';

const WIDTH = 28;
const WORDS: Readonly<Record<ImportProgress['phase'], string>> = { read: 'Reading', plan: 'Checking and planning', write: 'Writing' };

export interface ProgressBar {
  show(progress: ImportProgress): void;
  clear(): void;
}

export function progressBar(out: WriteStream): ProgressBar {
  let shown = '';
  const draw = (line: string) => {
    if (!out.isTTY || line === shown) return;
    out.clearLine(0);
    out.cursorTo(0);
    out.write(line);
    shown = line;
  };
  return { show: (progress) => draw(progressLine(progress)), clear: () => draw('') };
}

/** `Writing [██████░░░░] 12,000 of 20,000`; without a total only the word. */
export function progressLine({ phase, done, total }: ImportProgress): string {
  if (total <= 0) return `${WORDS[phase]}…`;
  const full = Math.round((Math.min(done, total) / total) * WIDTH);
  return `${WORDS[phase]} [${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
}
