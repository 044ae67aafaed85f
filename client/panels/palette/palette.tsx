/** The command palette: every act by its words, with its key and why it cannot be done. */
import { Spotlight, spotlight } from "@mantine/spotlight";
import { useEffect, useState } from "react";
import { ACT_SECTIONS } from "../../acts/act.ts";
import { perform, useActs } from "../../acts/act-context.ts";
import { keyText } from "../../acts/key-text.ts";
import { ACTS } from "../../acts/registry/index.ts";
import { words } from "../../i18n/messages.ts";

const t = words.palette;

/** @param wanted counts up whenever it is asked for */
export function Palette({ wanted }: { wanted: number }) {
  const { contextOf } = useActs();
  const [query, setQuery] = useState("");
  useEffect(() => spotlight.open(), [wanted]);
  const context = contextOf();
  const needle = query.trim().toLocaleLowerCase();
  const found = ACTS.filter((act) => act.id !== "palette" && act.label(context).toLocaleLowerCase().includes(needle));
  return (
    <Spotlight.Root query={query} onQueryChange={setQuery} shortcut={null} scrollable maxHeight={420}>
      <Spotlight.Search placeholder={t.placeholder} aria-label={t.title} />
      <Spotlight.ActionsList>
        {found.length === 0 && <Spotlight.Empty>{t.nothing}</Spotlight.Empty>}
        {ACT_SECTIONS.map((section) => {
          const acts = found.filter((act) => act.section === section);
          return acts.length > 0 && (
            <Spotlight.ActionsGroup key={section} label={words.sections[section]}>
              {acts.map((act) => {
                const why = act.why?.(context);
                const Sign = act.icon;
                return (
                  <Spotlight.Action
                    key={act.id}
                    label={act.label(context)}
                    description={why}
                    disabled={why !== undefined}
                    leftSection={Sign && <Sign size={16} stroke={1.6} aria-hidden />}
                    rightSection={act.key && <span className="kbd" aria-hidden>{keyText(act.key)}</span>}
                    onClick={() => perform(act, context)}
                  />
                );
              })}
            </Spotlight.ActionsGroup>
          );
        })}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
