/** A voice at a glance: who tells its claims before and after it, what it disputes, what accuses whom it speaks for, and whom it carries. */
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { ApiError } from '../../api/api-error.ts';
import { explainError } from '../../api/explain-error.ts';
import { voiceGlanceQuery } from '../../api/queries.ts';
import type { readVoiceGlance } from '../../../server/contract/routes/sources.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim, openPanel } from '../../acts/open-things.ts';
import { useView } from '../../state/store.ts';
import { ClaimRow } from '../../ui/claim-row.tsx';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.glance;
type Glance = z.output<typeof readVoiceGlance.response>;
type Beside = Glance['beside'][number];

export function AtAGlance({ id }: { id: string }) {
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery(voiceGlanceQuery(id, clocks));
  return (
    <section className="block glance" aria-label={t.title}>
      <h3 className="heading">{t.title}</h3>
      {isBeyondMemory(asked.error) ? (
        <p className="meta">{explainError(asked.error)}</p>
      ) : (
        <Await asked={asked} rows={3}>
          {(glance) => {
            const { beside, disputes, accusedBy, carries, totals } = glance;
            if (totals.beside + totals.disputes + totals.accusedBy + totals.carries === 0) return <p className="meta">{t.none}</p>;
            return (
              <>
                {beside.length > 0 && <ToldBeside beside={beside} total={totals.beside} />}
                {disputes.length > 0 && <Claims title={t.disputes(totals.disputes)} of={totals.disputes} claims={disputes} />}
                {accusedBy.length > 0 && (
                  <Claims title={t.accusedBy(totals.accusedBy)} of={totals.accusedBy} claims={accusedBy.map((claim) => ({ claim, levels: [] }))} />
                )}
                {carries.length > 0 && (
                  <details>
                    <summary>{t.carries(totals.carries)}</summary>
                    <ul className="takes">
                      {carries.map((voice) => (
                        <li key={voice.id}>
                          <VoiceLink voice={voice} />
                          <span className="meta">{words.lists.total(voice.claims, voice.claims)}</span>
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </>
            );
          }}
        </Await>
      )}
    </section>
  );
}

/** Whether the case is larger than what is worked out in memory: no failure, and nothing to try again. */
const isBeyondMemory = (error: unknown): boolean => error instanceof ApiError && error.problem?.limit?.name === 'graphMemoryClaims';

function VoiceLink({ voice: { id, name } }: { voice: { id: string; name: string } }) {
  const deps = useDeps();
  return (
    <button type="button" className="link" lang="en" dir="auto" onClick={() => openPanel(deps, { kind: 'voice', id })}>
      {name}
    </button>
  );
}

function ToldBeside({ beside, total }: { beside: Beside[]; total: number }) {
  return (
    <>
      <h4>{t.beside}</h4>
      <p className="meta">
        {t.besideWhy}
        {beside.length < total && ` ${t.voices(beside.length, total)}`}
      </p>
      <ul className="told-beside">
        {beside.map((other) => (
          <li key={other.id}>
            <VoiceLink voice={other} />
            <details>
              <summary>
                {t.both(other.claims)}
                <span className="meta"> · {sequencesIn(other).join(', ')}</span>
              </summary>
              {other.told.length < other.claims && <p className="meta">{t.firmest(other.told.length, other.claims)}</p>}
              <ul>
                {other.told.map(({ claim, sequence, days }) => (
                  <Told key={claim.id} claim={claim} line={t.told[sequence](t.days(sequence === 'before' ? turned(days) : days))} />
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

type Days = Beside['told'][number]['days'];
/** The days seen from the other side. */
function turned({ least, most }: Days): Days {
  return { ...(most === undefined ? {} : { least: -most }), ...(least === undefined ? {} : { most: -least }) };
}

/** "2 later, by 3 to 40 days", "1 where the dates do not tell". */
function sequencesIn({ after, before, sameDay, open }: Beside): string[] {
  return [
    ...(before ? [t.before(before.claims, t.days(before))] : []),
    ...(sameDay > 0 ? [t.sameDay(sameDay)] : []),
    ...(after ? [t.after(after.claims, t.days(after))] : []),
    ...(open > 0 ? [t.open(open)] : []),
  ];
}

/** A claim with a line below it. */
function Told({ claim, line }: { claim: Glance['accusedBy'][number]; line: string }) {
  const deps = useDeps();
  return (
    <li>
      <ClaimRow claim={claim} onOpen={(id) => openClaim(deps, id)} />
      {line !== '' && <p className="meta under-claim">{line}</p>}
    </li>
  );
}

function Claims({ title, of, claims }: { title: string; of: number; claims: Glance['disputes'] }) {
  return (
    <details>
      <summary>{title}</summary>
      {claims.length < of && <p className="meta">{t.firmest(claims.length, of)}</p>}
      <ul>
        {claims.map(({ claim, levels }) => (
          <Told key={claim.id} claim={claim} line={levels.map((level) => words.standing[level]).join(', ')} />
        ))}
      </ul>
    </details>
  );
}
