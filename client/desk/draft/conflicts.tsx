/** What others changed of the records of a draft, field by field, and the choice which is to stand. */
import type { Conflict } from '../../acts/draft/draft-conflicts.ts';
import { nameByAll } from '../../acts/draft/draft-record.ts';
import { useDeps } from '../../acts/deps.ts';
import { fieldLabel, fieldText } from '../../panels/changes/field-words.ts';
import { words } from '../../i18n/messages.ts';

const t = words.draft;

interface ConflictsProps {
  conflicts: readonly Conflict[];
  comparing: boolean;
  onMine: (conflict: Conflict) => void;
  onTheirs: (conflict: Conflict) => void;
}

export function Conflicts({ conflicts, comparing, onMine, onTheirs }: ConflictsProps) {
  const deps = useDeps();
  if (conflicts.length === 0) return comparing ? <p className="block meta">{t.comparing}</p> : null;
  return (
    <section className="block conflicts" aria-label={t.conflict(conflicts.length)}>
      <div className="notice danger" role="alert">
        <b>{t.conflict(conflicts.length)}</b> <span>{t.conflictLead}</span>
      </div>
      {conflicts.map((one) => {
        const nameOf = nameByAll(deps, [one.entry, ...(one.now ? [one.now] : [])]);
        return (
          <article key={`${one.entry.kind}/${one.entry.id}`} className="card record-change" aria-label={one.entry.name}>
            <p className="record-name" dir="auto">
              {one.entry.name}
            </p>
            {!one.now && <p className="foot">{t.goneNow}</p>}
            {one.now && !one.entry.before && <p className="foot">{t.madeNow}</p>}
            {one.now && (
              <dl className="field-changes">
                {one.fields.map(({ field, before, theirs, mine }) => (
                  <div key={field}>
                    <dt>{fieldLabel(field)}</dt>
                    {(
                      [
                        [t.was, before],
                        [t.theirs, theirs],
                        [t.mine, mine],
                      ] as const
                    ).map(([label, value]) => (
                      <dd key={label}>
                        <span className="meta">{label}: </span>
                        <bdi>{fieldText(field, value, nameOf)}</bdi>
                      </dd>
                    ))}
                  </div>
                ))}
              </dl>
            )}
            <div className="row wrap foot">
              <button type="button" className="btn small" onClick={() => onTheirs(one)}>
                {t.takeTheirs}
              </button>
              <button type="button" className="btn small" onClick={() => onMine(one)}>
                {t.takeMine}
              </button>
            </div>
          </article>
        );
      })}
    </section>
  );
}
