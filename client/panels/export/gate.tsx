/** What the publication gate refuses, with the reasons, and the ways to continue, each with what it leaves. */
import type { GateRefusal } from '../../../server/contract/routes/exports.ts';
import { Term } from '../../ui/term.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.export;
export type GateChoice = { kind: 'stop' } | { kind: 'leave-out' } | { kind: 'override'; reason: string };

export interface GateProps {
  refused: GateRefusal[];
  choice: GateChoice;
  onChoice: (choice: GateChoice) => void;
  claims: number;
  /** What leaving out the refused would leave. */
  left: { entities: number; claims: number; paths: number; notLinked?: boolean };
  /** Whether that is enough for a file of the format chosen. */
  leavable: boolean;
  /** Where a path is exported: the title of the next one that passes, if any does. */
  path?: { next?: string; onNext: () => void };
}

export function Gate({ refused, choice, onChoice, claims, left, leavable, path }: GateProps) {
  if (refused.length === 0)
    return (
      <p className="meta">
        <Term term="gate">{t.passes}</Term>
      </p>
    );
  const lost = path !== undefined && left.paths === 0 ? 'path' : left.notLinked === false ? 'notLinked' : undefined;
  return (
    <section className="gate" aria-label={t.refused(refused.length)}>
      <p className="notice danger" role="alert">
        <Term term="gate">{t.refused(refused.length)}</Term>
      </p>
      <div>
        <label className="check">
          <input
            type="radio"
            name="gate"
            checked={leavable && choice.kind === 'leave-out'}
            disabled={!leavable}
            aria-describedby="gate-left"
            onChange={() => onChoice({ kind: 'leave-out' })}
          />
          {t.leaveOut}
        </label>
        <p className="consequence" id="gate-left">
          {leavable ? t.leaves(left.claims, claims, lost) : t.leavesNothing}
        </p>
        <label className="check">
          <input
            type="radio"
            name="gate"
            checked={choice.kind === 'override'}
            aria-describedby="gate-override"
            onChange={() => onChoice({ kind: 'override', reason: '' })}
          />
          {t.override}
        </label>
        <p className="consequence" id="gate-override">
          {t.overrides}
        </p>
        {choice.kind === 'override' && (
          <label className="reason">
            <span className="heading">{t.reason}</span>
            <textarea
              className="field"
              maxLength={4000}
              value={choice.reason}
              onChange={(event) => onChoice({ kind: 'override', reason: event.target.value })}
            />
            {choice.reason.trim() === '' && <span className="meta">{t.reasonNeeded}</span>}
          </label>
        )}
      </div>
      {path &&
        (path.next === undefined ? (
          <p className="meta">{t.noNext}</p>
        ) : (
          <button type="button" className="btn next-path" onClick={path.onNext} dir="auto">
            {t.next(path.next)}
          </button>
        ))}
      <ul className="refused rows" aria-label={t.refused(refused.length)}>
        {refused.map((item) => (
          <li key={`${item.kind} ${item.id} ${item.reason}`}>
            <strong dir={item.kind === 'claim' ? 'ltr' : 'auto'} lang="en">
              {item.label}
            </strong>
            <div lang="en" dir="ltr">
              {item.reason} <span className="meta">{item.remedy}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
