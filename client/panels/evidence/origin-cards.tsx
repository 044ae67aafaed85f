/** Citations by origin: each voice with the marks of its stake, its passages under it. */
import { IconHelpCircle, IconShield } from "@tabler/icons-react";
import type { EvidenceView } from "../../../server/contract/views.ts";
import { useDeps } from "../../acts/deps.ts";
import { openPanel } from "../../acts/open-things.ts";
import { words } from "../../i18n/messages.ts";
import { Passage } from "./passage.tsx";

export type Focus = "origins" | "uninvolved" | "citations";

export function OriginCards({ evidence, focus }: { evidence: EvidenceView; focus?: Focus }) {
  const deps = useDeps();
  const groups = focus === "uninvolved" ? evidence.origins.filter((g) => g.uninvolved) : evidence.origins;
  return (
    <>
      {groups.map((group) => {
        const reasons = evidence.involved.filter((reason) => group.citations.some((c) => c.way.some((step) => step.voice.id === reason.voice.id)));
        const distinct = [...new Map(reasons.map((r) => [`${r.voice.id} ${r.reason}`, r])).values()];
        return (
          <section className="card" key={group.voice?.id ?? "not-established"} aria-label={group.voice?.name ?? words.evidence.notEstablished}>
            <header>
              {group.voice ? <IconShield size={17} stroke={1.7} aria-hidden /> : <IconHelpCircle size={17} stroke={1.7} aria-hidden />}
              {group.voice ? (
                <button type="button" className="link" style={{ color: "inherit" }} dir="auto" onClick={() => openPanel(deps, { kind: "voice", id: group.voice!.id })}>{group.voice.name}</button>
              ) : (
                <span>{words.evidence.notEstablished}</span>
              )}
              {group.marks.map((mark) => <span key={mark} className="chip warning">{words.evidence.mark[mark] ?? mark}</span>)}
              {group.uninvolved && <span className="chip">{words.evidence.uninvolved}</span>}
            </header>
            {!group.voice && <p className="why">{words.evidence.notEstablishedWhy}</p>}
            {!group.uninvolved && distinct.length > 0 && (
              <ul className="why" aria-label={words.evidence.involved}>
                {distinct.map((r) => <li key={`${r.voice.id} ${r.reason}`} dir="auto">{r.voice.id === group.voice?.id ? "" : `${r.voice.name}: `}{r.detail}</li>)}
              </ul>
            )}
            {group.citations.map((citation) => <Passage key={citation.id} citation={citation} />)}
          </section>
        );
      })}
    </>
  );
}
