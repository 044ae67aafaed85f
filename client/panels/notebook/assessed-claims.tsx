/** The claims on one side of a question. */
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { type ClaimLine, ClaimRow } from '../../ui/claim-row.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.notebook;

interface AssessedClaimsProps {
  side: 'for' | 'against';
  claims: readonly string[];
  /** Those that the case has, by id. */
  lines: ReadonlyMap<string, ClaimLine>;
  onTakeOut: (claim: string) => void;
}

export function AssessedClaims({ side, claims, lines, onTakeOut }: AssessedClaimsProps) {
  const deps = useDeps();
  const title = side === 'for' ? t.speaksFor : t.speaksAgainst;
  return (
    <section className="assessed" aria-label={title}>
      <h3 className="heading">
        {title} · {claims.length.toLocaleString('en')}
      </h3>
      {claims.length === 0 && <p className="meta">{t.noClaims}</p>}
      {claims.map((id) => {
        const line = lines.get(id);
        return (
          <div key={id} className="assessed-claim">
            {line ? (
              <ClaimRow claim={line} onOpen={(claim) => openClaim(deps, claim)} />
            ) : (
              <p className="meta">
                <bdi>{id}</bdi>
              </p>
            )}
            <button type="button" className="btn small ghost" aria-label={`${t.takeOut}: ${line?.sentence ?? id}`} onClick={() => onTakeOut(id)}>
              {t.takeOut}
            </button>
          </div>
        );
      })}
    </section>
  );
}
