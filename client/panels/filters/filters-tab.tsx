/** The filters over what is drawn; each count says what would remain, and the groups say what they hide. */
import { useMemo } from "react";
import { ENTITY_TYPES, GROUPS, RANK_OF_LEVEL, type SupportLevel } from "../../../server/domain/model.ts";
import { useDeps } from "../../acts/deps.ts";
import { useDrawn } from "../../state/use-drawn.ts";
import { countWith, isFiltering } from "../../state/filters.ts";
import { useView } from "../../state/store.ts";
import { type Filters, NO_FILTERS } from "../../state/view.ts";
import { LineSample } from "../../ui/figures.tsx";
import { words } from "../../i18n/messages.ts";
import { useClocksDialog } from "../clocks-dialog.tsx";

const t = words.filters;
const LADDER: readonly SupportLevel[] = ["reported", "sanctioned", "charged", "admitted", "found", "convicted"];

interface OriginChoice {
  key: keyof typeof t.origin;
  on: (filters: Filters) => boolean;
  change: Partial<Filters>;
  back: Partial<Filters>;
}
/** They can be combined: two or more origins, of which one is uninvolved. */
const ORIGIN_CHOICES: readonly OriginChoice[] = [
  { key: "uninvolved", on: (f) => f.uninvolvedAtLeast > 0, change: { uninvolvedAtLeast: 1 }, back: { uninvolvedAtLeast: 0 } },
  { key: "two", on: (f) => f.originsAtLeast >= 2, change: { originsAtLeast: 2 }, back: { originsAtLeast: 0 } },
  { key: "open", on: (f) => f.openOnly, change: { openOnly: true }, back: { openOnly: false } },
];

function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((x) => x !== item) : [...list, item];
}

export function FiltersTab() {
  const deps = useDeps();
  const openClocks = useClocksDialog();
  const document = useView((s) => s.history.present);
  const cache = useView((s) => s.cache);
  const { filters, clocks } = document;
  const view = useDrawn();
  const set = (change: Partial<Filters>): void => deps.store.dispatch({ type: "filters", words: words.acts.filters, filters: { ...filters, ...change } });
  const types = useMemo(() => {
    const counts = new Map<string, number>();
    for (const id of document.canvas.entities) {
      const type = cache.nodes.get(id)?.type;
      if (type) counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return counts;
  }, [document.canvas.entities, cache.nodes]);
  const groups = GROUPS.filter((group) => view.all.some((edge) => edge.group === group));
  const active = isFiltering(filters);

  return (
    <div className="scroll">
      {view.all.length === 0 && types.size === 0 && <p className="notice meta">{t.nothing}</p>}
      <section className="block" aria-label={t.standing}>
        <h3 className="heading">{t.standing}</h3>
        {LADDER.map((level) => {
          const rank = RANK_OF_LEVEL[level];
          const on = filters.standingAtLeast === level;
          return (
            <button key={level} type="button" className="filter-row" aria-pressed={on} onClick={() => set({ standingAtLeast: on ? undefined : level })}>
              <LineSample rank={rank} />{words.rank[rank]}<span className="n">{countWith(view.all, filters, { standingAtLeast: level })}</span>
            </button>
          );
        })}
      </section>
      <section className="block" aria-label={t.origins}>
        <h3 className="heading">{t.origins}</h3>
        {ORIGIN_CHOICES.map(({ key, on, change, back }) => (
          <button key={key} type="button" className="filter-row" aria-pressed={on(filters)} onClick={() => set(on(filters) ? back : change)}>
            {t.origin[key]}<span className="n">{countWith(view.all, filters, change)}</span>
          </button>
        ))}
        <button type="button" className="filter-row" aria-pressed={filters.contestedOnly} onClick={() => set({ contestedOnly: !filters.contestedOnly })}>
          {t.contested}<span className="n">{countWith(view.all, filters, { contestedOnly: true })}</span>
        </button>
      </section>
      {groups.length > 0 && (
        <section className="block" aria-label={t.groups}>
          <h3 className="heading">{t.groups}</h3>
          {groups.map((group) => {
            const off = filters.hiddenGroups.includes(group);
            const n = view.all.filter((edge) => edge.group === group).length;
            return (
              <button key={group} type="button" role="checkbox" aria-checked={!off} className={`filter-row${off ? " off" : ""}`} onClick={() => set({ hiddenGroups: toggled(filters.hiddenGroups, group) })}>
                <span className={off ? "pick" : "pick on"} />{words.group[group]}<span className="n">{off ? t.hidden(n) : n}</span>
              </button>
            );
          })}
        </section>
      )}
      {types.size > 0 && (
        <section className="block" aria-label={t.types}>
          <h3 className="heading">{t.types}</h3>
          {ENTITY_TYPES.filter((type) => types.has(type)).map((type) => {
            const off = filters.hiddenTypes.includes(type);
            return (
              <button key={type} type="button" role="checkbox" aria-checked={!off} className={`filter-row${off ? " off" : ""}`} onClick={() => set({ hiddenTypes: toggled(filters.hiddenTypes, type) })}>
                <span className={off ? "pick" : "pick on"} />{words.types[type]}<span className="n">{off ? t.hidden(types.get(type) ?? 0) : types.get(type)}</span>
              </button>
            );
          })}
        </section>
      )}
      <section className="block" aria-label={t.clocks}>
        <h3 className="heading">{t.clocks}</h3>
        {(["happened", "published", "recorded"] as const).map((clock) => (
          <button key={clock} type="button" className="filter-row" onClick={openClocks}>
            {words.clocks[clock]}<span className="n">{clocks[clock] ?? (clock === "recorded" ? words.clocks.now : words.clocks.any)}</span>
          </button>
        ))}
      </section>
      {active && (
        <div className="block"><button type="button" className="btn small" onClick={() => deps.store.dispatch({ type: "filters", words: words.acts.filters, filters: NO_FILTERS })}>{t.clear}</button></div>
      )}
    </div>
  );
}
