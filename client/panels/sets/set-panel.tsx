/** One saved set: its name, what it holds, and a trace from it. */
import { useQuery } from "@tanstack/react-query";
import { savedSetsQuery } from "../../api/queries-find.ts";
import { useDeps } from "../../acts/deps.ts";
import { setTraceSelector } from "../../acts/set-trace-end.ts";
import { Await, Empty } from "../../ui/states.tsx";
import { words } from "../../i18n/messages.ts";
import { PanelHead } from "../panel-head.tsx";

const t = words.sets;

export function SetPanel({ id }: { id: string }) {
  const deps = useDeps();
  const asked = useQuery(savedSetsQuery());
  return (
    <>
      <PanelHead chips={[[t.set, "accent"]]} />
      <Await asked={asked}>
        {({ savedSets }) => {
          const set = savedSets.find((one) => one.id === id);
          if (!set) return <Empty>{t.gone}</Empty>;
          return (
            <div className="block">
              <h2 className="proposition" style={{ padding: 0 }} dir="auto">{set.name}</h2>
              <p className="meta">{set.ids ? t.members(set.ids.length) : t.byQuery}</p>
              <div className="row wrap" style={{ marginBlockStart: 10 }}>
                <button type="button" className="btn small" onClick={() => setTraceSelector(deps, "from", { savedSet: set.id })}>{t.trace}</button>
              </div>
            </div>
          );
        }}
      </Await>
    </>
  );
}
