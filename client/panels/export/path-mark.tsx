/** The marks of the publication gate on the paths of a trace: which of them cannot be printed as they stand, and why. */
import { IconBan } from '@tabler/icons-react';
import type { TraceAnswer } from '../../api/queries.ts';
import { Term } from '../../ui/term.tsx';
import { words } from '../../i18n/messages.ts';
import { reasonsOf, usePathGate, type Verdict, type Verdicts } from './path-gate.ts';

const t = words.export;

/** The mark on one path; nothing where it can be printed as it stands, or while the gate has not answered. */
export function PathMark({ verdict }: { verdict: Verdict | undefined }) {
  if (!verdict || verdict.refused.length === 0) return null;
  return (
    <span className="unprintable">
      <span className="said-of-gate">
        <IconBan size={14} aria-hidden />
        {t.unprintable}
      </span>
      {reasonsOf(verdict.refused).map(({ kind, why, count }) => (
        <span key={`${kind} ${why}`}>{t.refusedFor(kind, count, why)}</span>
      ))}
    </span>
  );
}

/** The same over the path that is read in words. */
export function ReadPathMark({ answer, path }: { answer: Pick<TraceAnswer, 'revision' | 'paths'>; path: string }) {
  const verdict = usePathGate(answer)?.get(path);
  return verdict && verdict.refused.length > 0 ? (
    <p className="unprintable-read">
      <PathMark verdict={verdict} />
    </p>
  ) : null;
}

/** How many of the paths can be printed as they stand. */
export function PrintableCount({ verdicts, paths }: { verdicts: Verdicts | undefined; paths: number }) {
  if (!verdicts || paths === 0) return null;
  const printable = [...verdicts.values()].filter(({ refused }) => refused.length === 0).length;
  return (
    <p className="printable meta" role="status">
      {printable < paths && <IconBan size={14} aria-hidden />}
      <Term term="gate">{t.printable(printable, paths)}</Term>
    </p>
  );
}
