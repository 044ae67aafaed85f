/** Claims that were gained, lost or changed between two states, in claim words; each opens its evidence. */
import type { ComparedClaim } from '../../../server/contract/routes/compare.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { LineSample } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.watches;
export const LISTS = ['gained', 'lost', 'changed'] as const;

interface Changed {
  of: (typeof LISTS)[number];
  claims: readonly ComparedClaim[];
  total: number;
  heading?: string;
  /** What else is said of a claim, each on a line of its own. */
  more?: (id: string) => readonly string[];
}

export function ChangedClaims({ of, claims, total, heading = t.lists[of], more }: Changed) {
  const deps = useDeps();
  if (total === 0) return null;
  return (
    <section aria-label={heading}>
      <h4 className="list-head">
        {heading} <span className="meta">{total.toLocaleString('en')}</span>
      </h4>
      {claims.map((claim) => (
        <button key={claim.id} type="button" className="claim-row" onClick={() => openClaim(deps, claim.id)}>
          <LineSample rank={claim.after?.rank ?? claim.before?.rank ?? 0} />
          <span>
            <span className="said" lang="en" dir="ltr">
              {claim.sentence}
            </span>
            <span className="meta" style={{ display: 'block' }} lang="en">
              {standingsOf(claim)}
            </span>
            {more?.(claim.id).map((line) => (
              <span key={line} className="meta" style={{ display: 'block' }} dir="auto">
                {line}
              </span>
            ))}
          </span>
        </button>
      ))}
      {total > claims.length && <p className="block meta">{t.shownOf(claims.length, total)}</p>}
    </section>
  );
}

/** How it stood, how it stands, and what else changed. */
function standingsOf({ before, after, told }: ComparedClaim): string {
  const [was, is] = [before?.told, after?.told];
  const both = was !== undefined && is !== undefined && was !== is ? [was, t.now(is)] : [is ?? was];
  return [...both, ...told].filter(Boolean).join(' · ');
}
