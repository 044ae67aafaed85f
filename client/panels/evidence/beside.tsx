/** What stands beside a claim: disputes, who answers, rivals and values in columns, what was not established. */
import { IconMessageReply } from "@tabler/icons-react";
import type { EvidenceView } from "../../../server/contract/views.ts";
import { useDeps } from "../../acts/deps.ts";
import { openClaim } from "../../acts/open-things.ts";
import { originsText } from "../../ui/figures.tsx";
import { words } from "../../i18n/messages.ts";
import { Passage } from "./passage.tsx";

const t = words.evidence;

export function Answers({ evidence }: { evidence: EvidenceView }) {
  if (evidence.responses.length === 0 && evidence.disputes.length === 0) return null;
  const none = evidence.responses.every((response) => !response.onRecord);
  return (
    <section className="card" aria-label={t.answers}>
      <header>
        <IconMessageReply size={17} stroke={1.7} aria-hidden />
        <span>{t.answers}</span>
        <span className={none ? "chip" : "chip accent"}>{none ? t.noneOnRecord : t.onRecord}</span>
      </header>
      {evidence.responses.map((response) => (
        <p key={response.entity.id} className="foot" dir="auto">{response.text}</p>
      ))}
      {evidence.disputes.map((citation) => <Passage key={citation.id} citation={citation} />)}
    </section>
  );
}

export function Rivals({ evidence }: { evidence: EvidenceView }) {
  const deps = useDeps();
  return (
    <>
      {evidence.rivals.map((set) => (
        <section className="block" key={set.claims.map((c) => c.id).join()} aria-label={t.rivals}>
          <h3 className="heading">{t.rivals}</h3>
          <p className="meta" style={{ marginBlockEnd: 8 }} dir="auto">{set.why}</p>
          <div className="columns">
            {set.claims.map((claim) => (
              <button type="button" key={claim.id} onClick={() => openClaim(deps, claim.id)}>
                <span className="said" dir="auto">{claim.sentence}</span>
                <span className="meta" style={{ display: "block" }}>{words.standing[claim.level]} · {originsText(claim)}</span>
              </button>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

export function Values({ evidence }: { evidence: EvidenceView }) {
  if (evidence.values.length === 0) return null;
  const differ = evidence.contestedBy.some((reason) => reason.kind === "values");
  return (
    <section className="block" aria-label={differ ? t.values : t.narrowed}>
      <h3 className="heading">{differ ? t.values : t.narrowed}</h3>
      <div className="columns">
        {evidence.values.map((value) => (
          <div key={`${value.field} ${value.text}`}>
            <span className="meta">{t.value[value.field]}</span>
            <div>{value.text}</div>
            <span className="meta">{t.basis[value.basis] || `${value.citations.length} ${t.citations(value.citations.length)}`}</span>
          </div>
        ))}
      </div>
    </section>
  );
}

export function NotEstablished({ evidence }: { evidence: EvidenceView }) {
  const deps = useDeps();
  if (evidence.notEstablished.length === 0) return null;
  return (
    <section className="block" aria-label={t.beside}>
      <h3 className="heading">{t.beside}</h3>
      <div className="columns">
        {evidence.notEstablished.map((claim) => (
          <button type="button" key={claim.id} onClick={() => openClaim(deps, claim.id)}><span className="said" dir="auto">{claim.sentence}</span></button>
        ))}
      </div>
      <p className="meta" style={{ marginBlockStart: 6 }}>{t.besideWhy}</p>
    </section>
  );
}
