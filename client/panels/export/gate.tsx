/** What the publication gate refuses, with the reasons, and the two options to continue. */
import type { GateRefusal } from '../../../server/contract/routes/exports.ts';
import { words } from '../../i18n/messages.ts';

const t = words.export;
export type GateChoice = { kind: 'stop' } | { kind: 'leave-out' } | { kind: 'override'; reason: string };

export function Gate({ refused, choice, onChoice }: { refused: GateRefusal[]; choice: GateChoice; onChoice: (choice: GateChoice) => void }) {
  if (refused.length === 0) return <p className="meta">{t.passes}</p>;
  return (
    <section aria-label={t.refused(refused.length)}>
      <p className="notice danger" role="alert" style={{ padding: '10px 14px' }}>
        {t.refused(refused.length)}
      </p>
      <ul className="refused rows" style={{ marginBlock: 8 }} tabIndex={0} aria-label={t.refused(refused.length)}>
        {refused.map((item) => (
          <li key={`${item.kind} ${item.id} ${item.reason}`}>
            <strong dir="auto">{item.label}</strong>
            {item.reason} <span className="meta">{item.remedy}</span>
          </li>
        ))}
      </ul>
      <label className="check">
        <input type="radio" name="gate" checked={choice.kind === 'leave-out'} onChange={() => onChoice({ kind: 'leave-out' })} />
        {t.leaveOut}
      </label>
      <label className="check">
        <input type="radio" name="gate" checked={choice.kind === 'override'} onChange={() => onChoice({ kind: 'override', reason: '' })} />
        {t.override}
      </label>
      {choice.kind === 'override' && (
        <label>
          <span className="heading">{t.reason}</span>
          <textarea className="field" maxLength={4000} value={choice.reason} onChange={(event) => onChoice({ kind: 'override', reason: event.target.value })} />
          {choice.reason.trim() === '' && <span className="meta">{t.reasonNeeded}</span>}
        </label>
      )}
    </section>
  );
}
