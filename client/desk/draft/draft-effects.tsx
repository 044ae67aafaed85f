/** What a draft, an undo or a restore does to the claims of the case: in words, before and after for each that changes with it, and what the gate would refuse. */
import type { ClaimTold } from '../../../server/contract/claim-told.ts';
import type { ChangeReport } from '../../../server/contract/routes/changes.ts';
import { words } from '../../i18n/messages.ts';

const t = words.draft;

interface EffectsProps {
  report: (ChangeReport & { told?: ClaimTold[] | undefined }) | undefined;
  planning: boolean;
  /** Of an undo or a restore: what becomes of the claims that it writes is told, too. In a draft each row tells it. */
  isPast?: boolean;
}

export function DraftEffects({ report, planning, isPast = false }: EffectsProps) {
  const told = report?.told ?? [];
  const others = told.filter(({ own, before }) => !own && before !== undefined);
  const mine = isPast ? told.filter(({ own }) => own) : [];
  const refused = told.filter(({ gate }) => gate.length > 0);
  return (
    <section className="block" aria-label={t.effects} aria-busy={planning}>
      <h3 className="heading">
        {t.effects}
        {planning && <span className="meta"> {t.planning}</span>}
      </h3>
      {report && report.claims.summary.length === 0 && <p className="meta">{t.noEffects}</p>}
      <ul lang="en">
        {report?.claims.summary.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {mine.length > 0 && <Told title={t.ownChanged} told={mine} isOpen />}
      {others.length > 0 && <Told title={t.alsoChanged} told={others} />}
      {refused.length > 0 && (
        <details>
          <summary>{t.gate}</summary>
          <ul lang="en">
            {refused.map(({ id, sentence, gate }) => (
              <li key={id}>
                <span className="said" dir="auto">
                  {sentence}
                </span>
                {gate.map(({ reason, remedy }) => (
                  <p key={reason} className="meta">
                    {reason} {words.errors.todo(remedy)}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Told({ title, told, isOpen = false }: { title: string; told: readonly ClaimTold[]; isOpen?: boolean }) {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <ul lang="en">
        {told.map(({ id, sentence, before, after }) => (
          <li key={id}>
            <span className="said" dir="auto">
              {sentence}
            </span>{' '}
            <span className="meta">
              {before ? words.standing[before.level] : t.notThere} → {words.standing[after.level]}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
