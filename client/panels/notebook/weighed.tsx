/** What the claims for and against rest on, in figures; there is no score. */
import type { ReadEntry } from '../../api/queries-notebook.ts';
import { words } from '../../i18n/messages.ts';

const t = words.notebook;
type Sides = NonNullable<ReadEntry['weighed']>;

/** @param asSaved what is shown beside it is not saved yet */
export function Weighed({ weighed, asSaved }: { weighed: Sides; asSaved: boolean }) {
  const both = (of: (side: Sides['for']) => string): string => t.both(of(weighed.for), of(weighed.against));
  const rows: [string, string][] = [
    [t.origins, both(({ origins, originsOpen }) => `${origins.toLocaleString('en')}${originsOpen ? '+?' : ''}`)],
    [t.uninvolved, both(({ uninvolved }) => uninvolved.toLocaleString('en'))],
    [t.contested, both(({ contested }) => contested.toLocaleString('en'))],
    [t.highest, both(({ highest }) => (highest === undefined ? t.noStanding : words.standing[highest]))],
  ];
  return (
    <section className="block" aria-label={t.weighed}>
      <h3 className="heading">{t.weighed}</h3>
      <dl className="weighed">
        {rows.map(([what, says]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      {asSaved && <p className="meta">{t.weighedAsSaved}</p>}
    </section>
  );
}
