/** What a draft does to the claims of the case: in words, before and after for each that changes with it, and what the gate would refuse. */
import type { PlannedReport } from '../../../server/contract/routes/changes.ts';
import { words } from '../../i18n/messages.ts';

const t = words.draft;

export function DraftEffects({ report, planning }: { report: PlannedReport | undefined; planning: boolean }) {
  const told = report?.told ?? [];
  const others = told.filter(({ own, before }) => !own && before !== undefined);
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
      {others.length > 0 && (
        <details>
          <summary>{t.alsoChanged}</summary>
          <ul lang="en">
            {others.map(({ id, sentence, before, after }) => (
              <li key={id}>
                <span className="said" dir="auto">
                  {sentence}
                </span>{' '}
                <span className="meta">
                  {before && words.standing[before.level]} → {words.standing[after.level]}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
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
