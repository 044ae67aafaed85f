/** What a source, or the publications of a voice, take from others: the claims read there, by the voices at their roots. */
import { useQuery } from '@tanstack/react-query';
import { claimsQuery, sourcesQuery, voicesQuery } from '../../api/queries.ts';
import { API_LIMITS } from '../../../server/contract/parts.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { useView } from '../../state/store.ts';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { originCounts, withCarriers } from './origins-of.ts';

const t = words.lists;

/** @param self the voice whose sources these are; claims rooted at it are its own word */
export function TakesFrom({ ids, self }: { ids: readonly string[]; self: string }) {
  const listed = useQuery(sourcesQuery());
  if (!listed.data) return null;
  const sources = withCarriers(ids, listed.data.sources);
  const read = listed.data.sources.some((source) => sources.includes(source.id) && source.citations > 0);
  return read ? <Origins sources={sources.toSorted()} self={self} carried={sources.length > ids.length} /> : null;
}

function Origins({ sources, self, carried }: { sources: string[]; self: string; carried: boolean }) {
  const deps = useDeps();
  const clocks = useView((s) => s.history.present.clocks);
  const voices = useQuery(voicesQuery()).data?.voices;
  const asked = useQuery(claimsQuery({ sources }, clocks, API_LIMITS.listResults));
  const nameOf = (id: string): string => voices?.find((voice) => voice.id === id)?.name ?? id;
  return (
    <section className="block" aria-label={t.takesFrom}>
      <h3 className="heading">{t.takesFrom}</h3>
      <Await asked={asked} rows={3}>
        {({ claims, total }) => {
          const open = claims.filter((claim) => claim.originsOpen).length;
          return (
            <>
              <p className="meta">
                {carried ? t.takesCarriedWhy : t.takesWhy}
                {claims.length < total && <> {t.takesPartly(claims.length, total)}</>}
              </p>
              <ul className="takes">
                {originCounts(claims).map(({ voice, claims: n }) => (
                  <li key={voice}>
                    <span>
                      <button type="button" className="link" lang="en" dir="auto" onClick={() => openPanel(deps, { kind: 'voice', id: voice })}>
                        {nameOf(voice)}
                      </button>
                      {voice === self && <span className="meta"> · {t.ownWord}</span>}
                    </span>
                    <button
                      type="button"
                      className="btn small"
                      aria-label={t.claimsFrom(n, nameOf(voice))}
                      onClick={() => openPanel(deps, { kind: 'claims', title: t.claimsFrom(n, nameOf(voice)), filter: { sources, voices: [voice] } })}
                    >
                      {t.total(n, n)}
                    </button>
                  </li>
                ))}
                {open > 0 && (
                  <li className="meta">
                    <span>{t.rootOpen}</span>
                    <span>{t.total(open, open)}</span>
                  </li>
                )}
              </ul>
            </>
          );
        }}
      </Await>
    </section>
  );
}
