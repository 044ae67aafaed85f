/** "Not linked", with one-click ways to search wider. */
import type { TraceAnswer } from "../../api/queries.ts";
import type { TraceSwitches } from "../../../server/domain/model.ts";
import { useDeps } from "../../acts/deps.ts";
import { runTrace } from "../../acts/run-trace.ts";
import { useView } from "../../state/store.ts";
import { words } from "../../i18n/messages.ts";

const t = words.trace;
const WIDER: [string, TraceSwitches][] = [
  [t.widenGeneric, { throughGeneric: true, throughAggregate: true }],
  [t.widenTypes, { throughTypes: ["Country", "Place", "Case", "Measure"] }],
  [t.widenGroups, { groups: ["justice", "geography", "statement"] }],
  [t.widenHops, { maxHops: 8 }],
];

export function NotLinked({ answer }: { answer: TraceAnswer }) {
  const deps = useDeps();
  const trace = useView((s) => s.history.present.trace);
  return (
    <div className="block">
      <p style={{ fontWeight: 600, fontSize: 15, marginBlockEnd: 4 }}>{t.notLinked}</p>
      {answer.commonBody.length > 0 && <p className="meta">{t.common}.</p>}
      <p className="heading" style={{ margin: "10px 0 4px" }}>{t.widen}</p>
      <div style={{ display: "grid", gap: 4, justifyItems: "start" }}>
        {WIDER.map(([label, switches]) => (
          <button
            key={label}
            type="button"
            className="link"
            onClick={() => trace.from && trace.to && void runTrace(deps, { from: trace.from, to: trace.to, switches: { ...trace.switches, ...switches } })}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
