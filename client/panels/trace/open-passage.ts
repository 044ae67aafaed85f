/** Opens the evidence a note stands for, at its very passage. */
import type { TracePathView } from "../../../server/contract/routes/trace.ts";
import type { Deps } from "../../acts/deps.ts";

export function openPassage({ store }: Deps, { claim, citation }: TracePathView["prose"]["notes"][number]): void {
  store.dispatch({ type: "select", selection: { entities: [], claims: [claim] }, panel: { kind: "claim", id: claim, citation } });
  store.dispatch({ type: "regions", regions: { rightOpen: true } });
}
