/** The results of a search by type, each with the name that matched, why, and the ways to use it. */
import { Fragment } from 'react';
import { useDeps } from '../../acts/deps.ts';
import { useView } from '../../state/store.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { words } from '../../i18n/messages.ts';
import type { Result } from './arrange-options.ts';
import { take, type Way, WAYS } from './ways.ts';

const t = words.search;

export interface FoundListProps {
  /** Of the list box that the options stand in. */
  id: string;
  /** The index of the first option in that list box. */
  first: number;
  typed: string;
  found: readonly Result[];
  at: number;
  /** Only one way: the result is passed on. */
  single: boolean;
  onHover: (index: number) => void;
  onTake: (index: number, way: Way) => void;
}

/** Options of a list box. */
export function FoundList({ id, first, typed, found, at, single, onHover, onTake }: FoundListProps) {
  const onCanvas = useView((s) => s.history.present.canvas.entities);
  return (
    <>
      {found.map((result, i) => {
        const { type } = result.entity;
        const index = first + i;
        return (
          <Fragment key={result.entity.id}>
            {type !== found[i - 1]?.entity.type && (
              <div className="group heading" role="presentation">
                {words.types[type]}
              </div>
            )}
            <Found
              id={`${id}-${index}`}
              typed={typed}
              result={result}
              drawn={onCanvas.includes(result.entity.id)}
              current={index === at}
              single={single}
              onHover={() => onHover(index)}
              onTake={(way) => onTake(index, way)}
            />
          </Fragment>
        );
      })}
    </>
  );
}

interface FoundProps {
  id: string;
  typed: string;
  result: Result;
  drawn: boolean;
  current: boolean;
  single: boolean;
  onHover: () => void;
  onTake: (way: Way) => void;
}
function Found({ id, typed, result: { entity, matched, apart }, drawn, current, single, onHover, onTake }: FoundProps) {
  const other = matched.text !== entity.name;
  const press =
    (way: Way) =>
    (event: React.MouseEvent): void => {
      // Otherwise the search field would lose the focus on a click.
      event.preventDefault();
      event.stopPropagation();
      onTake(way);
    };
  const kind = words.entity.nameKind[matched.kind];
  const how = [other && kind !== undefined ? kind : '', t.why[matched.why] ?? '', t.claims(entity.degree), drawn ? t.onCanvas : ''].filter(
    (part) => part !== '',
  );
  return (
    <div id={id} role="option" aria-selected={current} onMouseMove={onHover} onMouseDown={press('place')}>
      <EntityMark type={entity.type} vague={entity.unnamed || entity.generic} />
      <span className="what">
        <span>
          <span lang={entity.nameLang} dir="auto">
            <Marked name={entity.name} typed={typed} />
          </span>
          {other && (
            <span className="meta" lang={matched.lang} dir="auto">
              {' '}
              {t.matched(matched.text)}
            </span>
          )}
        </span>
        {apart !== undefined && (
          <span className="meta" dir="auto">
            {apart}
          </span>
        )}
        <span className="meta">{how.join(' · ')}</span>
      </span>
      {!single && (
        // For the pointer only. The same ways are buttons below, because an option may not contain buttons.
        <span className="ways" aria-hidden>
          {WAYS.map(({ way, icon: Sign }) => (
            <span key={way} className="btn icon small" title={t.ways[way]} onMouseDown={press(way)}>
              <Sign size={15} stroke={1.7} />
            </span>
          ))}
        </span>
      )}
    </div>
  );
}

function Marked({ name, typed }: { name: string; typed: string }) {
  const [before, match, after] = markMatch(name, typed);
  return match === '' ? (
    name
  ) : (
    <>
      {before}
      <mark>{match}</mark>
      {after}
    </>
  );
}

/** Buttons for the ways to use the chosen result, each with its key. */
export function TakeButtons({ chosen, onTaken }: { chosen: Result; onTaken: () => void }) {
  const deps = useDeps();
  return (
    <div className="row wrap take">
      {WAYS.map(({ way, icon: Sign }) => (
        <button
          key={way}
          type="button"
          className="btn small"
          aria-label={t.taking(t.ways[way], chosen.entity.name)}
          onClick={() => {
            onTaken();
            take(deps, chosen.entity, way);
          }}
        >
          <Sign size={14} stroke={1.7} aria-hidden />
          {t.ways[way]}
          <span className="kbd" aria-hidden>
            {t.wayKeys[way]}
          </span>
        </button>
      ))}
    </div>
  );
}

/** Splits a name around the typed text, to mark the match: before, match as written, after. The match is empty where the name does not contain the text. */
export function markMatch(name: string, typed: string): [before: string, match: string, after: string] {
  const lower = name.toLocaleLowerCase();
  const at = typed === '' ? -1 : lower.indexOf(typed.toLocaleLowerCase());
  // Some letters are longer in lower case. Indexes then differ, and nothing is marked.
  if (at < 0 || lower.length !== name.length) return [name, '', ''];
  return [name.slice(0, at), name.slice(at, at + typed.length), name.slice(at + typed.length)];
}
