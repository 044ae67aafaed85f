/** The keys of product.md, wherever the focus is, except while something is being typed. */
import { useEffect } from "react";
import { useDeps } from "../acts/deps.ts";
import { expandEntity, USUAL_CAP } from "../acts/expand-entity.ts";
import { traceSelected } from "../acts/set-trace-end.ts";
import { words } from "../i18n/messages.ts";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}

export function useKeys(onSearch: () => void, onKeys: () => void): void {
  const deps = useDeps();
  useEffect(() => {
    const { store, tell } = deps;
    const undoRedo = (event: KeyboardEvent): boolean => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return false;
      store.dispatch({ type: event.shiftKey ? "redo" : "undo" });
      return true;
    };
    const acts: Record<string, () => void> = {
      "/": onSearch,
      "?": onKeys,
      f: () => store.dispatch({ type: "fit" }),
      p: () => { if (!traceSelected(deps)) tell(words.trace.choose); },
      n: () => {
        const { selection, cache } = store.get();
        const [id] = selection.entities;
        if (id !== undefined && selection.entities.length === 1) void expandEntity(deps, id, cache.nodes.get(id)?.name ?? id, { limit: USUAL_CAP });
      },
      h: () => {
        const { selection } = store.get();
        const n = selection.entities.length + selection.claims.length;
        if (n > 0) store.dispatch({ type: "hide", words: words.acts.hide(n), ...selection });
      },
      g: () => document.getElementById("legend")?.focus(),
      escape: () => {
        const { selection, panels } = store.get();
        if (selection.entities.length + selection.claims.length > 1) store.dispatch({ type: "select", selection: { entities: [], claims: [] } });
        else if (panels.length > 0) store.dispatch({ type: "back" });
        else store.dispatch({ type: "select", selection: { entities: [], claims: [] } });
      },
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector("[aria-modal=true], [role=menu]")) return;
      if (undoRedo(event)) return event.preventDefault();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = acts[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [deps, onSearch, onKeys]);
}
