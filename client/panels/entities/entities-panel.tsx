/** A list of entities, of some types or all, by name; each opens. */
import { useQuery } from "@tanstack/react-query";
import { entitiesQuery } from "../../api/queries-find.ts";
import type { EntityType } from "../../../server/domain/model.ts";
import { useDeps } from "../../acts/deps.ts";
import { openEntity } from "../../acts/open-things.ts";
import { useView } from "../../state/store.ts";
import { EntityMark } from "../../ui/entity-mark.tsx";
import { Await, Empty } from "../../ui/states.tsx";
import { words } from "../../i18n/messages.ts";
import { PanelHead } from "../panel-head.tsx";

const t = words.entities;

export function EntitiesPanel({ title, types }: { title: string; types?: EntityType[] }) {
  const deps = useDeps();
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery(entitiesQuery(types ?? [], clocks));
  return (
    <>
      <PanelHead chips={[[words.lists.entities, ""]]} />
      <h2 className="proposition" style={{ paddingBlockEnd: 10 }}>{title}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <Await asked={asked} rows={8}>
          {({ results, total }) => (
            <>
              {total === 0 && <Empty>{t.nothing}</Empty>}
              {results.length < total && <p className="block meta">{t.partial(results.length, total)}</p>}
              {results.map(({ entity }) => (
                <button key={entity.id} type="button" className="entity-row" onClick={() => openEntity(deps, entity.id)}>
                  <EntityMark type={entity.type} vague={entity.unnamed || entity.generic} />
                  <span className="name" lang={entity.nameLang} dir="auto">{entity.name}</span>
                </button>
              ))}
            </>
          )}
        </Await>
      </div>
    </>
  );
}
