/** The left side of a trace: its ends, what it may pass, and the paths by weakest hop; or why there is none. */
import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { IconArrowsUpDown, IconX } from "@tabler/icons-react";
import { traceQuery, type TraceAnswer } from "../../api/queries.ts";
import { ENTITY_TYPES, ROLES, type Selector } from "../../../server/domain/model.ts";
import { useDeps } from "../../acts/deps.ts";
import { choosePath } from "../../acts/run-trace.ts";
import { setTraceSelector, swapTrace } from "../../acts/set-trace-end.ts";
import { useView } from "../../state/store.ts";
import { LineSample } from "../../ui/figures.tsx";
import { Failure, Loading } from "../../ui/states.tsx";
import { words } from "../../i18n/messages.ts";
import { Finder } from "../search/finder.tsx";
import { NotLinked } from "./not-linked.tsx";
import { Switches } from "./switches.tsx";

const t = words.trace;

/** A selector in words. */
export function useSelectorText(): (selector: Selector | undefined, named?: { id: string; name: string }[]) => string {
  const nodes = useView((s) => s.cache.nodes);
  return (selector, named = []) => {
    if (!selector) return "";
    const parts: string[] = [];
    const ids = selector.ids ?? [];
    const nameOf = (id: string): string => nodes.get(id)?.name ?? named.find((n) => n.id === id)?.name ?? id;
    if (ids.length > 0) parts.push(ids.length <= 2 ? ids.map(nameOf).join(", ") : t.several(ids.length));
    if (selector.role) parts.push(t.anyRole(words.role[selector.role]));
    if (selector.type) parts.push(t.anyType(words.type[selector.type]));
    if (selector.savedSet) parts.push(selector.savedSet);
    return parts.join(", ");
  };
}

function End({ end, named }: { end: "from" | "to"; named?: { id: string; name: string }[] }) {
  const deps = useDeps();
  const selector = useView((s) => s.history.present.trace[end]);
  const text = useSelectorText();
  const label = end === "from" ? t.from : t.to;
  return (
    <div style={{ marginBlockEnd: 8 }}>
      <p className="heading" style={{ marginBlockEnd: 5 }}>{label}</p>
      {selector ? (
        <button type="button" className="chip accent" onClick={() => setTraceSelector(deps, end, undefined)} aria-label={t.remove(text(selector, named))}>
          <span dir="auto">{text(selector, named)}</span> <IconX size={12} aria-hidden />
        </button>
      ) : (
        <div style={{ display: "grid", gap: 6 }}>
          <Finder label={label} placeholder={t.pick} onPick={(entity) => setTraceSelector(deps, end, { ids: [entity.id] })} />
          <select
            className="field"
            aria-label={t.roleOrType(label)}
            value=""
            onChange={(event) => {
              const [kind, value] = event.target.value.split(":");
              const role = ROLES.find((r) => kind === "role" && r === value);
              const type = ENTITY_TYPES.find((x) => kind === "type" && x === value);
              if (role ?? type) setTraceSelector(deps, end, role ? { role } : { type });
            }}
          >
            <option value="" disabled>{t.any}</option>
            {ROLES.map((role) => <option key={role} value={`role:${role}`}>{t.anyRole(words.role[role])}</option>)}
            {ENTITY_TYPES.map((type) => <option key={type} value={`type:${type}`}>{t.anyType(words.type[type])}</option>)}
          </select>
        </div>
      )}
    </div>
  );
}

export function TraceTab() {
  const deps = useDeps();
  const trace = useView((s) => s.history.present.trace);
  const chosen = useView((s) => s.reading.path);
  const clocks = useView((s) => s.history.present.clocks);
  const [changing, setChanging] = useState(false);
  const both = Boolean(trace.from && trace.to);
  const asked = useQuery({ ...traceQuery(trace.from ?? {}, trace.to ?? {}, trace.switches, clocks), enabled: both });
  return (
    <div className="scroll">
      <div className="block" style={{ position: "relative" }}>
        <End end="from" named={asked.data?.searched.from} />
        <End end="to" named={asked.data?.searched.to} />
        {(trace.from ?? trace.to) && (
          <button type="button" className="btn icon ghost" style={{ position: "absolute", insetInlineEnd: 10, insetBlockStart: 10 }} aria-label={t.swap} title={t.swap} onClick={() => swapTrace(deps)}>
            <IconArrowsUpDown size={16} aria-hidden />
          </button>
        )}
        <div className="row wrap" style={{ gap: 5, marginBlockStart: 10 }}>
          <span className="chip">{t.upTo(trace.switches.maxHops ?? asked.data?.searched.maxHops ?? 6)}</span>
          {(asked.data?.searched.stated ?? []).map((line) => <span key={line} className="chip">{line}</span>)}
          <span className="chip">{trace.switches.order === "hops" ? t.hopsFirst : t.weakestFirst}</span>
        </div>
        <button type="button" className="link" style={{ marginBlockStart: 9, fontSize: 12.5 }} aria-expanded={changing} onClick={() => setChanging(!changing)}>{changing ? t.keep : t.change}</button>
        {changing && <Switches />}
      </div>
      {!both && <p className="notice meta">{t.choose}</p>}
      {both && asked.isFetching && !asked.data && (
        <>
          <p className="row" style={{ padding: "12px 16px 0" }}>{t.running} <button type="button" className="btn small" onClick={() => { deps.latest.cancel("trace"); void deps.queries.cancelQueries({ queryKey: ["trace"] }); }}>{words.app.stop}</button></p>
          <Loading rows={5} />
        </>
      )}
      {both && asked.error && !asked.data && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {both && asked.data && <Paths answer={asked.data} chosen={chosen} />}
    </div>
  );
}

function Paths({ answer, chosen }: { answer: TraceAnswer; chosen?: string }) {
  const deps = useDeps();
  const { searched } = answer;
  return (
    <>
      {answer.paths.length === 0 && <NotLinked answer={answer} />}
      <ul aria-label={t.paths} style={{ borderBlockStart: "1px solid var(--line)" }}>
        {answer.paths.map((path) => {
          const weak = path.hops[path.weakest.hop];
          return (
            <li key={path.id}>
              <button type="button" className="path" aria-current={path.id === chosen || undefined} onClick={() => choosePath(deps, answer, path.id)}>
                <strong dir="auto">{path.title}</strong>
                <span className="meta"><LineSample rank={path.weakest.rank} length={26} />{t.weakest(words.standing[path.weakest.level])} · {t.hops(path.hops.length)}</span>
                <span className="meta">{weak ? t.origins(`${weak.origins}${weak.originsOpen ? "+?" : ""} ${weak.origins === 1 && !weak.originsOpen ? "origin" : "origins"}`, weak.uninvolvedOrigins) : ""}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {answer.commonBody.length > 0 && (
        <section className="block">
          <h3 className="heading">{t.common}</h3>
          {answer.commonBody.map((path) => <p key={path.entities.join()} className="meta" style={{ color: "var(--second)", marginBlockEnd: 6 }} dir="auto">{path.text}</p>)}
        </section>
      )}
      <div className="block meta">
        <p>{searched.text}</p>
        {searched.stoppedAtLimit && <p style={{ color: "var(--warning)" }}>{t.stopped}</p>}
        {searched.hubsNotPassed.length > 0 && <p>{t.hubs(searched.hubsNotPassed.map((hub) => hub.name).join(", "))}</p>}
      </div>
    </>
  );
}
