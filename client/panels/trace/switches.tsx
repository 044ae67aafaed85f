/** What a trace may do beyond its default; each change runs it again and is stated in the answer. */
import { TRACE_LIMITS } from "../../../server/contract/records.ts";
import { SUPPORT_LEVELS, type TraceSwitches } from "../../../server/domain/model.ts";
import { useDeps } from "../../acts/deps.ts";
import { runTrace } from "../../acts/run-trace.ts";
import { useView } from "../../state/store.ts";
import { words } from "../../i18n/messages.ts";

const t = words.trace;
const THROUGH = ["Country", "Place", "Case", "Measure"] as const;
const GROUPS = ["justice", "geography", "statement", "identity"] as const;

function toggled<T>(list: readonly T[] | undefined, item: T): T[] | undefined {
  const next = list?.includes(item) ? list.filter((x) => x !== item) : [...(list ?? []), item];
  return next.length > 0 ? next : undefined;
}

export function Switches() {
  const deps = useDeps();
  const trace = useView((s) => s.history.present.trace);
  const { switches } = trace;
  const set = (change: Partial<TraceSwitches>): void => {
    const next = Object.fromEntries(Object.entries({ ...switches, ...change }).filter(([, value]) => value !== undefined && value !== false)) as TraceSwitches;
    if (trace.from && trace.to) void runTrace(deps, { from: trace.from, to: trace.to, switches: next });
    else deps.store.dispatch({ type: "trace", words: words.acts.switches, trace: { ...trace, switches: next } });
  };
  return (
    <div style={{ display: "grid", gap: 8, marginBlockStart: 10 }}>
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <legend className="heading">{t.throughTypes}</legend>
        {THROUGH.map((type) => (
          <label key={type} className="check"><input type="checkbox" checked={switches.throughTypes?.includes(type) ?? false} onChange={() => set({ throughTypes: toggled(switches.throughTypes, type) })} />{words.types[type]}</label>
        ))}
        <label className="check"><input type="checkbox" checked={switches.throughGeneric ?? false} onChange={() => set({ throughGeneric: !switches.throughGeneric })} />{t.throughGeneric}</label>
        <label className="check"><input type="checkbox" checked={switches.throughAggregate ?? false} onChange={() => set({ throughAggregate: !switches.throughAggregate })} />{t.throughAggregate}</label>
      </fieldset>
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <legend className="heading">{t.groups}</legend>
        {GROUPS.map((group) => (
          <label key={group} className="check"><input type="checkbox" checked={switches.groups?.includes(group) ?? false} onChange={() => set({ groups: toggled(switches.groups, group) })} />{words.group[group]}</label>
        ))}
      </fieldset>
      <label><span className="heading">{t.maxHops}</span>
        <select className="field" value={switches.maxHops ?? 6} onChange={(e) => set({ maxHops: Number(e.target.value) })}>
          {Array.from({ length: TRACE_LIMITS.maxHops }, (_, i) => i + 1).map((n) => <option key={n}>{n}</option>)}
        </select>
      </label>
      <label><span className="heading">{t.slack}</span>
        <select className="field" value={switches.slack ?? 2} onChange={(e) => set({ slack: Number(e.target.value) })}>
          {Array.from({ length: TRACE_LIMITS.slack + 1 }, (_, n) => <option key={n} value={n}>{n}</option>)}
        </select>
      </label>
      <label><span className="heading">{t.minimum}</span>
        <select className="field" value={switches.standingAtLeast ?? ""} onChange={(e) => set({ standingAtLeast: SUPPORT_LEVELS.find((l) => l === e.target.value) })}>
          <option value="">{t.anyStanding}</option>
          {SUPPORT_LEVELS.slice(1).map((level) => <option key={level} value={level}>{words.standing[level]}</option>)}
        </select>
      </label>
      <label><span className="heading">{t.order}</span>
        <select className="field" value={switches.order ?? "weakest-hop"} onChange={(e) => set({ order: e.target.value === "hops" ? "hops" : undefined })}>
          <option value="weakest-hop">{t.weakestFirst}</option>
          <option value="hops">{t.hopsFirst}</option>
        </select>
      </label>
    </div>
  );
}
