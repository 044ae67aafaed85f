/** Acts of finding: search, the palette, lists of what there is. */
import { IconCommand, IconSearch } from "@tabler/icons-react";
import { words } from "../../i18n/messages.ts";
import type { Act } from "../act.ts";
import { openPanel } from "../open-things.ts";

export const findActs: readonly Act[] = [
  { id: "search", section: "find", on: [], key: "/", icon: IconSearch, label: () => words.search.label, run: ({ open }) => open.search() },
  { id: "palette", section: "find", on: [], key: "ctrl+k", icon: IconCommand, label: () => words.palette.title, run: ({ open }) => open.palette() },
  { id: "list-entities", section: "find", on: [], label: () => words.lists.entities, run: ({ deps }) => openPanel(deps, { kind: "entities", title: words.lists.entities }) },
  { id: "list-sets", section: "find", on: [], label: () => words.sets.title, run: ({ deps }) => openPanel(deps, { kind: "sets" }) },
];
