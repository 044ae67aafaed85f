/** What others changed of the records of a draft, field by field: what one alone changed stands, of what both changed one chooses; all is shown before it is taken. */
import { type ReactNode, useState } from 'react';
import type { Conflict } from '../../acts/draft/draft-conflicts.ts';
import { nameByAll } from '../../acts/draft/draft-record.ts';
import { useDeps } from '../../acts/deps.ts';
import { fieldLabel, fieldText, type NameOf } from '../../panels/changes/field-words.ts';
import { type Difference, mergeEntry, type Side } from '../../state/draft/merge-entry.ts';
import { words } from '../../i18n/messages.ts';

const t = words.draft;

interface ConflictsProps {
  conflicts: readonly Conflict[];
  comparing: boolean;
  onMine: (conflict: Conflict) => void;
  onTheirs: (conflict: Conflict) => void;
  onMerged: (conflict: Conflict, choose: (place: string) => Side) => void;
}

export function Conflicts({ conflicts, comparing, ...acts }: ConflictsProps) {
  if (conflicts.length === 0) return comparing ? <p className="block meta">{t.comparing}</p> : null;
  return (
    <section className="block conflicts" aria-label={t.conflict(conflicts.length)}>
      <div className="notice danger" role="alert">
        <b>{t.conflict(conflicts.length)}</b> <span>{t.conflictLead}</span>
      </div>
      {conflicts.map((one) => (
        <OneConflict key={`${one.entry.kind}/${one.entry.id}`} conflict={one} {...acts} />
      ))}
    </section>
  );
}

type OneProps = Omit<ConflictsProps, 'conflicts' | 'comparing'> & { conflict: Conflict };

function OneConflict({ conflict, onMine, onTheirs, onMerged }: OneProps) {
  const deps = useDeps();
  const { entry, now } = conflict;
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const nameOf = nameByAll(deps, [entry, ...(now ? [now] : [])]);
  // Where it is gone, or was to be taken away, it stands or goes whole.
  const isWhole = now === undefined || entry.record === undefined;
  const whole = entry.record ? entry : { ...entry, record: entry.before ?? {}, ...(entry.cited ? { cites: entry.cited } : {}) };
  const differences = mergeEntry(isWhole ? whole : entry, now ?? { ...entry, record: entry.before ?? {} }, () => 'mine', 0).differences;
  const by = (who: Difference['by']): Difference[] => differences.filter((one) => one.by === who);
  const asked = by('both');
  const choose = (places: readonly Difference[], side: Side): void => setChosen(new Map([...chosen, ...places.map(({ place }) => [place, side] as const)]));
  const parts: [Difference['by'], string][] = [
    ['mine', isWhole ? t.mineThere : t.onlyMine],
    ['theirs', isWhole ? t.theirsThere : t.onlyTheirs],
  ];
  return (
    <article className="card record-change" aria-label={entry.name}>
      <p className="record-name" dir="auto">
        {entry.name}
      </p>
      {!now && <p className="foot">{t.goneNow}</p>}
      {now && !entry.record && <p className="foot">{t.removedByMe}</p>}
      {now && !entry.before && <p className="foot">{t.madeNow}</p>}
      {asked.length > 0 && !isWhole && (
        <Part title={t.both(asked.length)}>
          {asked.map((one) => (
            <Choice key={one.place} of={one} nameOf={nameOf} chosen={chosen.get(one.place)} onChoose={(side) => choose([one], side)} />
          ))}
        </Part>
      )}
      {parts.map(([who, title]) => (
        <Alone key={who} title={title} of={by(who)} who={who} nameOf={nameOf} />
      ))}
      {isWhole ? (
        <div className="row wrap foot">
          <button type="button" className="btn small" onClick={() => onTheirs(conflict)}>
            {t.takeTheirs}
          </button>
          <button type="button" className="btn small" onClick={() => onMine(conflict)}>
            {t.takeMine}
          </button>
        </div>
      ) : (
        <div className="row wrap foot">
          {asked.length > 1 &&
            (['theirs', 'mine'] as const).map((side) => (
              <button key={side} type="button" className="btn small" onClick={() => choose(asked, side)}>
                {t.inAll[side]}
              </button>
            ))}
          <button
            type="button"
            className="btn small primary"
            disabled={asked.some(({ place }) => !chosen.has(place))}
            onClick={() => onMerged(conflict, (place) => chosen.get(place) ?? 'mine')}
          >
            {t.takeSo}
          </button>
        </div>
      )}
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="foot">
      <p className="heading">{title}</p>
      {children}
    </div>
  );
}

/** What a difference is of: the field, and the passage it belongs to. */
function labelOf({ field, passage }: Difference, nameOf: NameOf): string {
  if (!passage) return fieldLabel(field);
  const of = t.passageOf(nameOf('source', String(passage['source'] ?? '')), String(passage['paraphrase'] ?? ''));
  return field === 'citations' ? of : `${fieldLabel(field)} – ${of}`;
}

interface ChoiceProps {
  of: Difference;
  nameOf: NameOf;
  chosen: Side | undefined;
  onChoose: (side: Side) => void;
}
function Choice({ of, nameOf, chosen, onChoose }: ChoiceProps) {
  const label = labelOf(of, nameOf);
  return (
    <fieldset className="form-field conflict-field">
      <legend dir="auto">{label}</legend>
      <p className="meta">
        {t.was}: <bdi>{fieldText(of.field, of.before, nameOf)}</bdi>
      </p>
      {(['theirs', 'mine'] as const).map((side) => (
        <label key={side} className="check">
          <input type="radio" name={`${label} ${of.place}`} checked={chosen === side} onChange={() => onChoose(side)} />
          <span>
            <span className="meta">{t[side]}: </span>
            <bdi>{fieldText(of.field, of[side], nameOf)}</bdi>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What one alone changed, before and after. */
function Alone({ title, of, who, nameOf }: { title: string; of: readonly Difference[]; who: Difference['by']; nameOf: NameOf }) {
  if (of.length === 0 || who === 'both') return null;
  return (
    <Part title={title}>
      <dl className="field-changes">
        {of.map((one) => (
          <div key={one.place}>
            <dt dir="auto">{labelOf(one, nameOf)}</dt>
            <dd>
              <span className="meta">{t.was}: </span>
              <bdi>{fieldText(one.field, one.before, nameOf)}</bdi>
            </dd>
            <dd>
              <span className="meta">{t[who]}: </span>
              <bdi>{fieldText(one.field, one[who], nameOf)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
