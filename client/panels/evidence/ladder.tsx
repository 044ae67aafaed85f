/** The ladder of a claim: its standing, the steps on record, who gave it and since when. */
import type { EvidenceView } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openEntity } from '../../acts/open-things.ts';
import { dateText } from '../../ui/date-text.ts';
import { LineSample } from '../../ui/figures.tsx';
import { Term } from '../../ui/term.tsx';
import { words } from '../../i18n/messages.ts';
import { History } from './history-line.tsx';
import { passagesAt } from './standing-steps.ts';

const t = words.evidence;
/** A claim that accuses nobody can have no sanction, charge or finding, so its ladder is unstated, reported, confirmed. */
const RUNGS = { accusing: [1, 2, 3, 4, 5, 6], plain: [0, 1, 6] } as const;

function rungName({ level, rank, accusatory }: EvidenceView['claim'], rung: number): string {
  if (rung === rank && level !== 'disputed-only') return level === 'found' ? t.found : words.standing[level];
  if (rung === 6) return accusatory ? words.standing.convicted : words.standing.confirmed;
  if (rung === 1) return accusatory ? words.standing.alleged : words.standing.reported;
  return words.rankShort[rung] ?? '';
}

export function Ladder({ evidence, onPoint }: { evidence: EvidenceView; onPoint: (citation: string) => void }) {
  const deps = useDeps();
  const { claim, history } = evidence;
  const rungs = claim.accusatory ? RUNGS.accusing : RUNGS.plain;
  return (
    <section className="ladder" aria-label={t.ladder}>
      {claim.rank < 0 ? (
        <div className="row">
          <LineSample rank={-1} length={44} /> <strong>{words.standing['disputed-only']}</strong>
        </div>
      ) : (
        <ol style={{ gridTemplateColumns: `repeat(${rungs.length}, 1fr)` }}>
          {rungs.map((rung) => {
            const [passage] = passagesAt(history, rung);
            const name = rungName(claim, rung);
            const state = rung === claim.rank ? 'now' : rung < claim.rank ? (passage === undefined ? 'reached' : 'reached step') : '';
            return (
              <li key={rung} className={state} aria-current={rung === claim.rank ? 'step' : undefined}>
                {passage === undefined ? (
                  name
                ) : (
                  <button type="button" className="rung" title={t.pointTo(name)} onClick={() => onPoint(passage)}>
                    {name}
                  </button>
                )}
              </li>
            );
          })}
        </ol>
      )}
      <p className="whose">
        <Term term="standing">{capital(words.standing[claim.level])}</Term>
        {claim.by.length > 0 && (
          <>
            {' '}
            {t.byWhom}{' '}
            {claim.by.map((by, i) => (
              <span key={by.id}>
                {i > 0 && ', '}
                <button type="button" className="link" lang="en" dir="auto" onClick={() => openEntity(deps, by.id)}>
                  {by.name}
                </button>
              </span>
            ))}
          </>
        )}
        {claim.by.length === 0 && claim.accusatory && claim.rank >= 0 && <>, {t.noAccuser}</>}
        {' · '}
        {claim.since ? t.since(dateText(claim.since)) : t.undated}
        {claim.since && claim.since.basis !== 'stated' && <> · {t.basis[claim.since.basis]}</>}
        {claim.uncertain && <> · {t.uncertain}</>}
        {claim.datedBy && <> · {t.datedBy(claim.datedBy.map(({ name }) => name))}</>}
      </p>
      <History history={history} onPoint={onPoint} />
    </section>
  );
}
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
