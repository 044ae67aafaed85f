/** Rivals in columns: this claim and each that excludes it, with standing, date, origins and figures. */
import { useQuery } from '@tanstack/react-query';
import { evidenceQuery } from '../../api/queries.ts';
import type { EvidenceView } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { EditButton } from '../../desk/forms/edit-button.tsx';
import { useView } from '../../state/store.ts';
import { dateText } from '../../ui/date-text.ts';
import { LineSample, originsText } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.evidence;
type Rival = EvidenceView['rivals'][number]['claims'][number];

export function Rivals({ evidence }: { evidence: EvidenceView }) {
  return (
    <>
      {evidence.rivals.map((set) => (
        <section className="block" key={set.claims.map((c) => c.id).join()} aria-label={t.rivals}>
          <h3 className="heading">{t.rivals}</h3>
          <p className="meta" style={{ marginBlockEnd: 8 }} lang="en" dir="ltr">
            {set.why}
          </p>
          <p className="row" style={{ marginBlockEnd: 8 }}>
            <EditButton kind="rivals" id={[evidence.claim.id, ...set.claims.map(({ id }) => id)].toSorted().join('|')} of={t.rivals} />
          </p>
          <div className="columns">
            <div>
              <p className="heading">{t.thisClaim}</p>
              <Column claim={evidence.claim} evidence={evidence} />
            </div>
            {set.claims.map((claim) => (
              <RivalColumn key={claim.id} claim={claim} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function RivalColumn({ claim }: { claim: Rival }) {
  const deps = useDeps();
  const clocks = useView((s) => s.history.present.clocks);
  const { data } = useQuery(evidenceQuery(claim.id, clocks));
  return (
    <button type="button" onClick={() => openClaim(deps, claim.id)}>
      <Column claim={claim} evidence={data} />
    </button>
  );
}

/** `evidence` is loaded later for a rival; it has the date and the origins. */
function Column({ claim, evidence }: { claim: Rival; evidence?: EvidenceView }) {
  const voices = evidence?.origins.map((group) => group.voice?.name ?? t.notEstablished);
  return (
    <>
      <span className="said" lang="en" dir="ltr">
        {claim.sentence}
      </span>
      <span className="meta" style={{ display: 'block', marginBlockStart: 6 }}>
        <LineSample rank={claim.rank} length={24} />
        {words.standing[claim.level]} · {originsText(claim)}, {claim.uninvolvedOrigins} {t.uninvolved}
      </span>
      {evidence && (
        <span className="meta" style={{ display: 'block' }}>
          {evidence.claim.since ? t.since(dateText(evidence.claim.since)) : t.undated}
        </span>
      )}
      {voices?.map((voice) => (
        <span key={voice} className="meta" style={{ display: 'block' }} lang="en" dir="auto">
          {voice}
        </span>
      ))}
    </>
  );
}
