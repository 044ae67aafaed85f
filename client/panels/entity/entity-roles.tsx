/** The roles of an entity by plot: each with its standing and the claim that gives it. */
import type { EntityDetail } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim, openEntity } from '../../acts/open-things.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { LineSample } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.entity;
type Role = EntityDetail['roles'][number];

/** Plots in the order of their roles. One role given by several claims is one row with all of them. */
function byPlot(roles: readonly Role[]): { plot: Role['plot']; rows: { role: Role; claims: string[] }[] }[] {
  return [...new Map(roles.map((role) => [role.plot.id, role.plot])).values()].map((plot) => {
    const rows = new Map<string, { role: Role; claims: string[] }>();
    for (const role of roles.filter((r) => r.plot.id === plot.id)) {
      const row = rows.get(role.text);
      if (row) row.claims.push(role.claim);
      else rows.set(role.text, { role, claims: [role.claim] });
    }
    return { plot, rows: [...rows.values()] };
  });
}

export function EntityRoles({ roles }: { roles: EntityDetail['roles'] }) {
  const deps = useDeps();
  if (roles.length === 0) return null;
  return (
    <section className="block" aria-label={t.roles}>
      <h3 className="heading">{t.roles}</h3>
      <ul>
        {byPlot(roles).map(({ plot, rows }) => (
          <li key={plot.id} className="role-plot">
            <button type="button" className="link row" style={{ color: 'var(--ink)' }} onClick={() => openEntity(deps, plot.id)}>
              <EntityMark type="Plot" />
              <span lang="en" dir="auto">
                {plot.name}
              </span>
            </button>
            <ul>
              {rows.map(({ role, claims }) => (
                <li key={role.text} className="row" style={{ gap: 8 }}>
                  <LineSample rank={role.rank} length={24} />
                  <button type="button" className="link" lang="en" dir="ltr" onClick={() => openClaim(deps, role.claim)}>
                    {role.text}
                  </button>
                  {claims.length > 1 &&
                    claims.map((claim, i) => (
                      <button
                        key={claim}
                        type="button"
                        className="nth"
                        aria-label={words.lists.claimOf(i + 1, claims.length)}
                        onClick={() => openClaim(deps, claim)}
                      >
                        {i + 1}
                      </button>
                    ))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
