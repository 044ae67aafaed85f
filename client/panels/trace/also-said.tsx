/** What else the records say of the two ends of a trace; each line opens its evidence. */
import type { TraceAnswer } from '../../api/queries.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { words } from '../../i18n/messages.ts';
import { ClaimRow } from '../../ui/claim-row.tsx';

const t = words.trace;

export function AlsoSaid({ answer: { alsoSaid = [], alsoSaidLeftOut = 0 } }: { answer: Pick<TraceAnswer, 'alsoSaid' | 'alsoSaidLeftOut'> }) {
  const deps = useDeps();
  if (alsoSaid.length === 0) return null;
  return (
    <section className="block" aria-label={t.alsoSaid}>
      <h3 className="heading">{t.alsoSaid}</h3>
      <p className="meta">{t.alsoSaidHelp}</p>
      {alsoSaid.map((claim) => (
        <ClaimRow key={claim.id} claim={claim} onOpen={(id) => openClaim(deps, id)} />
      ))}
      {alsoSaidLeftOut > 0 && <p className="meta">{t.alsoSaidMore(alsoSaidLeftOut)}</p>}
    </section>
  );
}
