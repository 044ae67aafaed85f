/** Acts of filters, dates and legend. */
import { IconClock, IconFilterOff } from "@tabler/icons-react";
import { isFiltering } from "../../state/filters.ts";
import { NO_FILTERS } from "../../state/view.ts";
import { words } from "../../i18n/messages.ts";
import type { Act } from "../act.ts";

export const filterActs: readonly Act[] = [
  {
    id: "clear-filters", section: "filter", on: [], icon: IconFilterOff,
    label: () => words.filters.clear,
    why: ({ deps }) => (isFiltering(deps.store.get().history.present.filters) ? undefined : words.filters.none),
    run: ({ deps }) => deps.store.dispatch({ type: "filters", words: words.acts.filters, filters: NO_FILTERS }),
  },
  { id: "clocks", section: "filter", on: [], icon: IconClock, label: () => words.clocks.title, run: ({ open }) => open.clocks() },
  { id: "legend", section: "filter", on: [], key: "g", label: () => words.keys.legend, run: ({ open }) => open.legend() },
];
