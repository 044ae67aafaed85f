/** A path in words: a sentence a hop with its standing under it, then the notes; a sentence clicked lights its hop. */
import { Menu } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { traceQuery } from "../../api/queries.ts";
import type { TracePathView } from "../../../server/contract/routes/trace.ts";
import { useDeps } from "../../acts/deps.ts";
import { openClaim } from "../../acts/open-things.ts";
import { useExport } from "../export/use-export.ts";
import { useView } from "../../state/store.ts";
import { LineSample } from "../../ui/figures.tsx";
import { Await, Empty } from "../../ui/states.tsx";
import { words } from "../../i18n/messages.ts";
import { proseText } from "./prose-text.ts";

const t = words.trace;

export function ProsePanel() {
  const trace = useView((s) => s.history.present.trace);
  const chosen = useView((s) => s.reading.path);
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery({ ...traceQuery(trace.from ?? {}, trace.to ?? {}, trace.switches, clocks), enabled: Boolean(trace.from && trace.to) });
  if (!trace.from || !trace.to) return <Empty>{t.choose}</Empty>;
  return (
    <Await asked={asked} rows={9}>
      {(answer) => {
        const path = answer.paths.find((p) => p.id === chosen) ?? answer.paths[0];
        return path ? <Prose path={path} /> : <Empty>{answer.searched.text}</Empty>;
      }}
    </Await>
  );
}

function Prose({ path }: { path: TracePathView }) {
  const deps = useDeps();
  const lit = useView((s) => s.reading.hop);
  const openExport = useExport();
  const copy = (form: "plain" | "markdown"): void => {
    navigator.clipboard.writeText(proseText(path, form)).then(
      () => deps.tell(words.app.copied),
      () => deps.tell(words.errors.notExported, true),
    );
  };
  const light = (hop: number): void => {
    deps.store.dispatch({ type: "read", reading: { path: path.id, hop: lit === hop ? undefined : hop } });
  };
  return (
    <>
      <div className="panel-head" style={{ paddingBlockEnd: 10, borderBlockEnd: "1px solid var(--line)" }}>
        <h2 style={{ fontSize: 15, fontWeight: 600 }}>{t.inWords}</h2>
        <div className="row close">
          <button type="button" className="btn small" onClick={() => copy("plain")}><IconCopy size={14} aria-hidden />{t.copy}</button>
          <Menu position="bottom-end" withinPortal>
            <Menu.Target><button type="button" className="btn small icon" aria-label={words.app.more}>⋯</button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => copy("markdown")}>{t.copyMarkdown}</Menu.Item>
              <Menu.Item onClick={() => openExport({ path })}>{t.exportPath}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.inWords}>
        <div style={{ paddingBlock: 10 }}>
          {path.prose.sentences.map((sentence, i) => {
            const hop = path.hops[sentence.hop];
            return (
              <div key={`${sentence.hop} ${i}`}>
                <button type="button" className="sentence" aria-pressed={lit === sentence.hop} onClick={() => light(sentence.hop)}>
                  <span className="text" dir="auto">{sentence.text}{sentence.footnotes.length > 0 && <sup>{sentence.footnotes.join(" ")}</sup>}</span>
                  {hop && (
                    <span className="meta">
                      <LineSample rank={hop.rank} length={28} />
                      {words.standing[hop.level]} · {hop.origins}{hop.originsOpen && "+?"} {hop.origins === 1 && !hop.originsOpen ? "origin" : "origins"}, {hop.uninvolvedOrigins} {words.evidence.uninvolved}
                      {sentence.weakest && <> · <strong>{t.weakestHop}</strong></>}
                    </span>
                  )}
                </button>
                {hop && lit === sentence.hop && (
                  <p className="row wrap" style={{ padding: "0 20px 8px" }}>
                    <button type="button" className="btn small" onClick={() => openClaim(deps, hop.best)}>{t.evidence}</button>
                    {hop.claims.filter((claim) => claim !== hop.best).map((claim) => <OtherClaim key={claim} id={claim} />)}
                  </p>
                )}
              </div>
            );
          })}
        </div>
        <section className="notes" aria-label={t.notes}>
          <h3 className="heading" style={{ marginBlockEnd: 6 }}>{t.notes}</h3>
          <ol>
            {path.prose.notes.map((note) => (
              <li key={note.n} dir="auto"><b>{note.n}</b><button type="button" className="link" style={{ color: "inherit" }} onClick={() => openClaim(deps, note.claim, note.citation)}>{note.text}</button></li>
            ))}
          </ol>
          {path.prose.closing.map((line) => <p key={line} dir="auto">{line}</p>)}
        </section>
      </div>
    </>
  );
}

/** A further claim on the same hop. */
function OtherClaim({ id }: { id: string }) {
  const deps = useDeps();
  const label = useView((s) => s.cache.edges.get(id)?.label);
  return <button type="button" className="btn small ghost" onClick={() => openClaim(deps, id)}>{label ?? id}</button>;
}
