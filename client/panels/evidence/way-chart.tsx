/** The way chart of a passage: each source from the one read to the root. A click opens the source. */
import type { CitationView } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { words } from '../../i18n/messages.ts';
import { carriesText, type Stop, wayOf } from './way-stops.ts';

const t = words.evidence;

/** Why a voice is not uninvolved in a claim; `unclear` where its stake alone is not known, so that it may have none. */
export interface Staked {
  why: string;
  unclear: boolean;
}

/** Filled: read by the curator; dashed: not seen; square: the root. */
function Mark({ stop }: { stop?: Stop }) {
  const line = {
    fill: stop?.seen ? 'currentColor' : 'var(--surface)',
    stroke: 'currentColor',
    strokeWidth: 1.6,
    strokeDasharray: stop?.seen ? undefined : '2.4 1.8',
  };
  return (
    <svg className="stop-mark" width={14} height={14} viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {stop?.root ? <rect x={2} y={2} width={10} height={10} rx={1.5} {...line} /> : <circle cx={7} cy={7} r={stop ? 4.6 : 5.4} {...line} />}
      {!stop && (
        <text x={7} y={10} textAnchor="middle" fontSize={8.5} fontWeight={700} fill="currentColor">
          ?
        </text>
      )}
    </svg>
  );
}

export function WayChart({ citation, staked }: { citation: CitationView; staked: ReadonlyMap<string, Staked> }) {
  const deps = useDeps();
  const { stops, lost } = wayOf(citation);
  if (stops.length === 1 && !lost && citation.way.every((step) => step.seen)) return null;
  return (
    <ol className="way" aria-label={t.way}>
      {stops.map((stop, i) => {
        const next = stops[i + 1];
        const stake = staked.get(stop.voice.id);
        return (
          <li key={stop.source} className={next ? (carriesText(next) ? 'then-text' : 'then-said') : lost ? 'then-said' : ''}>
            <Mark stop={stop} />
            <span>
              {stop.step === 'read' ? t.readWord : t.step[stop.step]}{' '}
              <button type="button" className="link" lang="en" dir="auto" onClick={() => openPanel(deps, { kind: 'source', id: stop.source })}>
                {stop.shortTitle}
              </button>
              {!stop.seen && <>, {t.notSeen}</>}
              {stop.root && stops.length > 1 && <> · {t.root[citation.originBasis]}</>}
              {stake !== undefined && (
                <>
                  {' '}
                  <span className="chip warning" lang="en" title={stake.why}>
                    {stake.unclear ? t.stakeUnclear : t.hasStake}
                  </span>
                </>
              )}
            </span>
          </li>
        );
      })}
      {lost && (
        <li>
          <Mark />
          <span>{t.lost}</span>
        </li>
      )}
    </ol>
  );
}
