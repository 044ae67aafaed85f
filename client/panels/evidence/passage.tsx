/** One citation: the paraphrase, where it stands, with what standing, and the way it came. */
import type { CitationView } from "../../../server/contract/views.ts";
import { useDeps } from "../../acts/deps.ts";
import { openEntity, openPanel } from "../../acts/open-things.ts";
import { dateText, quantityText } from "../../ui/date-text.ts";
import { words } from "../../i18n/messages.ts";

const t = words.evidence;

function detailsOf(c: CitationView): string[] {
  return [
    c.hedge && t.hedge(c.hedge),
    c.inferred && t.reading,
    c.as && t.as(c.as),
    c.case && t.case(c.case.name),
    c.stage && t.stage(c.stage),
    c.outcome && t.outcome(c.outcome),
    c.offences.length > 0 && t.offences(c.offences.join(", ")),
    c.sentence && t.sentence(c.sentence.text),
    c.happened && t.happened(dateText(c.happened)),
    c.count && t.countLine(quantityText(c.count)),
    c.amount && t.amountLine(quantityText(c.amount)),
    !c.counts && t.notCounting,
  ].filter((line): line is string => Boolean(line));
}

export function Passage({ citation, pointed }: { citation: CitationView; pointed?: boolean }) {
  const deps = useDeps();
  const source = (id: string) => (): void => openPanel(deps, { kind: "source", id });
  const details = detailsOf(citation);
  return (
    <article className={`passage${citation.counts ? "" : " gone"}${pointed ? " pointed" : ""}`} id={citation.id}>
      <p className="text" dir="auto">{citation.paraphrase}</p>
      {citation.quote && <p className="quote" dir="auto">“{citation.quote}”</p>}
      <p className="meta">
        <button type="button" className="link" dir="auto" onClick={source(citation.source)}>{citation.sourceTitle}</button>
        {citation.place !== "" && <> · {citation.place}</>} · {words.standing[citation.level]}
        {citation.by && <> {t.byWhom} <button type="button" className="link" dir="auto" onClick={() => openEntity(deps, citation.by!.id)}>{citation.by.name}</button></>}
        {citation.on && <>, {dateText(citation.on)}</>}
        {citation.statedBy && <> · {t.saidBy(citation.statedBy.name)}</>}
      </p>
      {details.length > 0 && <div className="details">{details.map((line) => <span key={line} dir="auto">{line}</span>)}</div>}
      {(citation.way.length > 1 || citation.way.some((step) => !step.seen)) && (
        <div className="way">
          {citation.way.map((step, i) => (
            <span key={`${step.source} ${i}`} className="row" style={{ gap: 7 }}>
              {step.step !== "read" && <span>{t.step[step.step]}</span>}
              <button type="button" className={`stop${step.seen ? "" : " unseen"}`} dir="auto" onClick={source(step.source)}>
                {step.step === "read" ? t.read(step.shortTitle) : step.shortTitle}{!step.seen && `, ${t.notSeen}`}
              </button>
            </span>
          ))}
        </div>
      )}
    </article>
  );
}
