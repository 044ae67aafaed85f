/** Keeps the address bar and the view the same: every change is written, a followed link is read. */
import { useEffect, useRef } from "react";
import { useDeps } from "../acts/deps.ts";
import { hydrate, needsReading } from "../acts/hydrate.ts";
import { decodeView, encodeView } from "../state/link-codec.ts";
import { initialState } from "../state/reduce.ts";
import { words } from "../i18n/messages.ts";

/** Changes are written after this pause, ms. */
const PAUSE = 250;
/** A reading that failed is tried again after this long, ms. */
const AGAIN = 4000;

export function useLink(): void {
  const deps = useDeps();
  const written = useRef("");
  useEffect(() => {
    const { store, tell } = deps;
    let writing: ReturnType<typeof setTimeout> | undefined;
    let reading = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      if (reading || again !== undefined || !needsReading(store.get())) return;
      reading = true;
      void hydrate(deps).then((ok) => {
        reading = false;
        if (ok) read();
        else again = setTimeout(() => { again = undefined; read(); }, AGAIN);
      });
    };
    const write = (): void => {
      const text = encodeView(store.get());
      if (text === written.current) return;
      written.current = text;
      history.replaceState(null, "", text === "" ? `${location.pathname}${location.search}` : `#${text}`);
    };
    const follow = (): void => {
      const text = location.hash.slice(1);
      if (text === written.current) return;
      written.current = text;
      const state = text === "" ? initialState() : decodeView(text);
      if (!state) tell(words.errors.badLink, true);
      store.dispatch({ type: "restore", state: state ?? initialState() });
    };
    follow();
    read();
    const off = store.subscribe(() => {
      clearTimeout(writing);
      writing = setTimeout(write, PAUSE);
      read();
    });
    globalThis.addEventListener("hashchange", follow);
    return () => {
      off();
      clearTimeout(writing);
      clearTimeout(again);
      globalThis.removeEventListener("hashchange", follow);
    };
  }, [deps]);
}
