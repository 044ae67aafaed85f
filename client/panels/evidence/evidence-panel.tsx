/** The evidence of a claim, top to bottom as interface.md has it. */
import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { evidenceQuery, traceQuery } from "../../api/queries.ts";
import { ApiError } from "../../api/api-error.ts";
import type { EvidenceView } from "../../../server/contract/views.ts";
import { useDeps } from "../../acts/deps.ts";
import { drawClaims } from "../../acts/run-question.ts";
import { isDrawable, neededEntities } from "../../state/drawable.ts";
import { useView } from "../../state/store.ts";
import { dateText } from "../../ui/date-text.ts";
import { originsFigure } from "../../ui/figures.tsx";
import { Await, Empty } from "../../ui/states.tsx";
import { words } from "../../i18n/messages.ts";
import { PanelHead } from "../panel-head.tsx";
import { Answers, NotEstablished, Rivals, Values } from "./beside.tsx";
import { Ladder } from "./ladder.tsx";
import { type Focus, OriginCards } from "./origin-cards.tsx";

const t = words.evidence;

export function EvidencePanel({ id }: { id: string }) {
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery(evidenceQuery(id, clocks));
  if (asked.error instanceof ApiError && asked.error.code === "not-found")
    return (<><PanelHead chips={[[t.claim, ""]]} /><Empty>{t.notThere}</Empty></>);
  return (
    <>
      <PanelHead chips={asked.data ? [[words.group[asked.data.claim.group], "accent"], [t.claim, ""], ...flagsOf(asked.data)] : [[t.claim, ""]]} />
      <div className="scroll" key={id} tabIndex={0} role="region" aria-label={words.app.right}>
        <Await asked={asked} rows={9}>{(evidence) => <Evidence evidence={evidence} />}</Await>
      </div>
    </>
  );
}

function flagsOf({ claim }: EvidenceView): [string, string][] {
  return [
    ...(["intended", "attempted", "expected"] as const).filter((flag) => claim[flag]).map((flag): [string, string] => [t.flags[flag], ""]),
    ...(claim.contested ? [[t.contested, "warning"] as [string, string]] : []),
  ];
}

function Evidence({ evidence }: { evidence: EvidenceView }) {
  const deps = useDeps();
  const [focus, setFocus] = useState<Focus | undefined>();
  const { claim } = evidence;
  const drawnHere = useView((s) => s.history.present.canvas.claims.includes(claim.id));
  const canDraw = neededEntities(claim).length > 0 && isDrawable(claim, new Set(neededEntities(claim)));
  const figures: [Focus, string, string][] = [
    ["origins", originsFigure(claim), t.origin(claim.origins)],
    ["uninvolved", String(claim.uninvolvedOrigins), t.uninvolved],
    ["citations", String(claim.citations), t.citations(claim.citations)],
  ];
  return (
    <>
      <h2 className="proposition" dir="auto">{claim.sentence}</h2>
      {!drawnHere && canDraw && (
        <div style={{ padding: "8px 16px 0" }}>
          <button type="button" className="btn small" onClick={() => drawClaims(deps, words.acts.claims, evidence.ends, [claim])}>{t.place}</button>
        </div>
      )}
      <Ladder evidence={evidence} />
      <div className="figures">
        {figures.map(([key, n, label]) => (
          <button key={key} type="button" aria-pressed={focus === key} onClick={() => setFocus(focus === key ? undefined : key)}><b>{n}</b>{label}</button>
        ))}
      </div>
      <section className="block" aria-label={t.byOrigin}>
        <h3 className="heading">{t.byOrigin}</h3>
        {focus === "uninvolved" && claim.uninvolvedOrigins === 0 ? <Involved evidence={evidence} /> : <OriginCards evidence={evidence} focus={focus} />}
        <div style={{ blockSize: 10 }} />
        <Answers evidence={evidence} />
      </section>
      {claim.contested && (
        <section className="block">
          <h3 className="heading">{t.contested}</h3>
          <p className="meta">{[...new Set(evidence.contestedBy.map((reason) => t.contestedBy[reason.kind] ?? reason.kind))].join(" · ")}</p>
        </section>
      )}
      <Rivals evidence={evidence} />
      <NotEstablished evidence={evidence} />
      <Values evidence={evidence} />
      <History evidence={evidence} />
      <HoldsUp claim={claim.id} />
      <section className="block">
        <h3 className="heading">{t.predicate}</h3>
        <p className="meta" dir="auto"><strong>{claim.label}</strong>: {evidence.predicate.definition}</p>
        <p className="meta" dir="auto">{t.misuse}: {evidence.predicate.misuse}</p>
        <p className="meta" style={{ marginBlockStart: 10 }}>{evidence.knowledge}</p>
      </section>
    </>
  );
}

/** Beside a 0: every reason, in order. */
function Involved({ evidence }: { evidence: EvidenceView }) {
  return (
    <div className="card">
      <header>{t.involved}</header>
      {evidence.involved.map((reason) => (
        <p className="foot" key={`${reason.voice.id} ${reason.reason} ${reason.detail}`} dir="auto">
          <strong>{reason.voice.name}</strong> ({reason.reason}, {t.reason[reason.reason]}): {reason.detail}
        </p>
      ))}
    </div>
  );
}

function History({ evidence }: { evidence: EvidenceView }) {
  if (evidence.history.length < 2) return null;
  return (
    <section className="block" aria-label={t.history}>
      <h3 className="heading">{t.history}</h3>
      <ol>
        {evidence.history.map((step, i) => (
          <li key={`${step.citation} ${i}`} className="meta" style={{ display: "flex", gap: 10, paddingBlock: 2 }}>
            <span style={{ inlineSize: 96, flex: "none" }}>{step.on ? dateText(step.on) : t.undated}</span>
            <span style={{ color: "var(--second)" }} dir="auto">
              {words.standing[step.level]}{step.by && ` by ${step.by.name}`}{step.case && `, ${step.case.name}`}
              {step.fell && ` (${t.fell[step.fell]})`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Which of the paths traced just now run over the claim. */
function HoldsUp({ claim }: { claim: string }) {
  const trace = useView((s) => s.history.present.trace);
  const clocks = useView((s) => s.history.present.clocks);
  const { data } = useQuery({ ...traceQuery(trace.from ?? {}, trace.to ?? {}, trace.switches, clocks), enabled: false });
  const n = data?.paths.filter((path) => path.hops.some((hop) => hop.claims.includes(claim) || hop.best === claim)).length ?? 0;
  if (n === 0) return null;
  return (<section className="block"><h3 className="heading">{t.holds}</h3><p className="meta">{t.paths(n)}</p></section>);
}
