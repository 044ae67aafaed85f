/** The ladder as a line: how far the claim has got, the steps on record, whose word it is and since when. */
import type { EvidenceView } from "../../../server/contract/views.ts";
import { useDeps } from "../../acts/deps.ts";
import { openEntity } from "../../acts/open-things.ts";
import { dateText } from "../../ui/date-text.ts";
import { LineSample } from "../../ui/figures.tsx";
import { words } from "../../i18n/messages.ts";

export function Ladder({ evidence }: { evidence: EvidenceView }) {
  const deps = useDeps();
  const { claim, history } = evidence;
  const onRecord = new Set(history.filter((step) => step.counts && step.rank !== null).map((step) => step.rank));
  const accusing = claim.accusatory;
  // What accuses nobody has no sanctions, charges or findings: its ladder is reported or alleged, then confirmed.
  const steps = accusing ? [1, 2, 3, 4, 5, 6] : [0, 1, 6];
  const nameOf = (rank: number): string => {
    if (rank === claim.rank && claim.level !== "disputed-only") return words.standing[claim.level].replace(" by a court", "");
    if (rank === 6) return accusing ? "convicted" : "confirmed";
    if (rank === 1) return accusing ? "alleged" : "reported";
    return words.rankShort[rank] ?? "";
  };
  return (
    <section className="ladder" aria-label={words.evidence.ladder}>
      {claim.rank < 0 ? (
        <div className="row"><LineSample rank={-1} length={44} /> <strong>{words.standing["disputed-only"]}</strong></div>
      ) : (
        <ol style={{ gridTemplateColumns: `repeat(${steps.length}, 1fr)` }}>
          {steps.map((rank) => {
            const state = rank === claim.rank ? "now" : rank < claim.rank ? (onRecord.has(rank) ? "reached step" : "reached") : "";
            return <li key={rank} className={state} aria-current={rank === claim.rank ? "step" : undefined}>{nameOf(rank)}</li>;
          })}
        </ol>
      )}
      <p className="whose">
        {claim.by.length > 0 ? (
          <>
            {capital(words.evidence.by(words.standing[claim.level]))}{" "}
            {claim.by.map((by, i) => (
              <span key={by.id}>{i > 0 && ", "}<button type="button" className="link" dir="auto" onClick={() => openEntity(deps, by.id)}>{by.name}</button></span>
            ))}
          </>
        ) : (
          <>{capital(words.standing[claim.level])}{claim.accusatory && claim.rank >= 0 && <>, {words.evidence.noAccuser}</>}</>
        )}
        {" · "}
        {claim.since ? words.evidence.since(dateText(claim.since)) : words.evidence.undated}
        {claim.since && claim.since.basis !== "stated" && <> · {words.evidence.basis[claim.since.basis]}</>}
        {claim.uncertain && <> · {words.evidence.uncertain}</>}
      </p>
    </section>
  );
}
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
