/** The card under the canvas for the selected entity: what an expansion would bring, before it is drawn. */
import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { neighboursQuery } from "../../api/queries.ts";
import type { EntityType, Group, SupportLevel } from "../../../server/domain/model.ts";
import { RANK_OF_LEVEL } from "../../../server/domain/model.ts";
import { useDeps } from "../../acts/deps.ts";
import { expandEntity, USUAL_CAP } from "../../acts/expand-entity.ts";
import { useView } from "../../state/store.ts";
import { count, listed } from "../../i18n/counting.ts";
import { words } from "../../i18n/messages.ts";

const t = words.about;
/** Groups named in the summary; the rest are counted together. */
const NAMED = 4;
const CAPS = [10, USUAL_CAP, 50, 100, 250];
const MINIMA: readonly SupportLevel[] = ["sanctioned", "charged", "found", "convicted"];

export function AboutNode() {
  const id = useView((s) => (s.selection.entities.length === 1 && s.selection.claims.length === 0 ? s.selection.entities[0] : undefined));
  const onCanvas = useView((s) => id !== undefined && s.history.present.canvas.entities.includes(id));
  return id !== undefined && onCanvas ? <Card key={id} id={id} /> : null;
}

function Card({ id }: { id: string }) {
  const deps = useDeps();
  const [choosing, setChoosing] = useState(false);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [types, setTypes] = useState<EntityType[]>([]);
  const [minimum, setMinimum] = useState<SupportLevel | undefined>();
  const [limit, setLimit] = useState(USUAL_CAP);
  const [busy, setBusy] = useState(false);
  const node = useView((s) => s.cache.nodes.get(id));
  const clocks = useView((s) => s.history.present.clocks);
  const edges = useView((s) => s.cache.edges);
  const claims = useView((s) => s.history.present.canvas.claims);
  const { data } = useQuery(neighboursQuery(id, clocks));
  if (!node || !data) return null;

  const touching = claims.map((claim) => edges.get(claim)).filter((edge) => edge?.segments.some((s) => s.from === id || s.to === id) || edge?.subject === id || edge?.object === id);
  const drawnOf = (predicate: string): number => touching.filter((edge) => edge?.predicate === predicate).length;
  const rows = data.predicates.map((p) => ({ ...p, left: Math.max(0, p.claims - drawnOf(p.predicate)) })).filter((p) => p.left > 0);
  const groups = [...new Set(rows.map((row) => row.group))];
  const left = rows.reduce((sum, row) => sum + row.left, 0);
  const chosen = rows.filter((row) => !off.has(row.predicate));
  const coming = chosen.reduce((sum, row) => sum + row.left, 0);
  const leftOf = (group: Group): number => rows.filter((row) => row.group === group).reduce((sum, row) => sum + row.left, 0);
  const first = groups.slice(0, NAMED).map((group) => `${leftOf(group)} ${words.group[group]}`);
  const others = groups.slice(NAMED).reduce((sum, group) => sum + leftOf(group), 0);
  const summary = listed(others > 0 ? [...first, t.others(others)] : first);
  const toggle = (predicates: string[], on: boolean): void => {
    const next = new Set(off);
    for (const p of predicates) if (on) next.delete(p); else next.add(p);
    setOff(next);
  };
  const show = async (): Promise<void> => {
    setBusy(true);
    await expandEntity(deps, id, node.name, {
      limit,
      ...(off.size > 0 ? { predicates: chosen.map((row) => row.predicate) } : {}),
      ...(types.length > 0 ? { types } : {}),
      ...(minimum ? { standingAtLeast: minimum } : {}),
    });
    setBusy(false);
    setChoosing(false);
  };

  return (
    <section className="about" aria-label={t.region}>
      <div className="lead">
        <strong lang={node.nameLang} dir="auto">{node.name}</strong>
        <span className="meta" style={{ color: "var(--second)" }}>
          {left === 0 ? t.all : `${t.more(left)}${data.atLeast ? ` ${t.atLeast}` : ""}: ${summary}`}
        </span>
        {left > 0 && <button type="button" className="btn small" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>{t.choose}</button>}
        {left > 0 && <button type="button" className="btn small primary" disabled={busy || coming === 0} onClick={() => void show()}>{t.show}</button>}
      </div>
      {choosing && (
        <div className="choice">
          {groups.map((group) => {
            const inGroup = rows.filter((row) => row.group === group);
            const on = inGroup.some((row) => !off.has(row.predicate));
            return (
              <fieldset key={group} style={{ border: 0, padding: 0, margin: 0 }}>
                <legend style={{ padding: 0, inlineSize: "100%" }}>
                  <label className="check"><input type="checkbox" checked={on} onChange={() => toggle(inGroup.map((row) => row.predicate), !on)} /><strong>{words.group[group]}</strong><span className="n">{leftOf(group)}</span></label>
                </legend>
                <div className="grid" style={{ paddingInlineStart: 24 }}>
                  {inGroup.map((row) => (
                    <label className="check" key={row.predicate}><input type="checkbox" checked={!off.has(row.predicate)} onChange={() => toggle([row.predicate], off.has(row.predicate))} />{row.label}<span className="n">{row.left}</span></label>
                  ))}
                </div>
              </fieldset>
            );
          })}
          <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
            <legend className="heading">{t.types}, {t.onlyTypes}</legend>
            <div className="grid">
              {data.types.map(({ type, neighbours }) => (
                <label className="check" key={type}><input type="checkbox" checked={types.includes(type)} onChange={() => setTypes(types.includes(type) ? types.filter((x) => x !== type) : [...types, type])} />{words.types[type]}<span className="n">{neighbours}</span></label>
              ))}
            </div>
          </fieldset>
          <div className="grid">
            <label><span className="heading">{t.minimum}</span>
              <select className="field" value={minimum ?? ""} onChange={(e) => setMinimum(MINIMA.find((level) => level === e.target.value))}>
                <option value="">{words.trace.anyStanding}</option>
                {MINIMA.map((level) => <option key={level} value={level}>{words.rank[RANK_OF_LEVEL[level]]}</option>)}
              </select>
            </label>
            <label><span className="heading">{t.cap}</span>
              <select className="field" value={limit} onChange={(e) => setLimit(Number(e.target.value))}>
                {CAPS.map((cap) => <option key={cap} value={cap}>{count(cap, "claim")}</option>)}
              </select>
            </label>
          </div>
          <p className="meta" role="status">{coming > limit ? t.capped(coming, limit) : t.willCome(coming)}</p>
        </div>
      )}
    </section>
  );
}
