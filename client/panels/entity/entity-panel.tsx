/** An entity: its names by script, roles by plot, identity decisions and claims, with its acts. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { entityQuery } from '../../api/queries.ts';
import { ApiError } from '../../api/api-error.ts';
import type { EntityDetail } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openEntity } from '../../acts/open-things.ts';
import { placeEntity } from '../../acts/place-entities.ts';
import { setTraceEnd } from '../../acts/set-trace-end.ts';
import { EditButton } from '../../desk/forms/edit-button.tsx';
import { useView } from '../../state/store.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { Term, type TermName } from '../../ui/term.tsx';
import { namingLines, whyUnnamed } from '../../ui/why-unnamed.ts';
import { useDrawnClocks } from '../../state/use-drawn-clocks.ts';
import { HoldingUp } from '../what-if/holding-up.tsx';
import { words } from '../../i18n/messages.ts';
import { HistoryButton } from '../changes/history-button.tsx';
import { NotesOn } from '../notebook/notes-on.tsx';
import { PanelHead } from '../panel-head.tsx';
import { EntityClaims } from './entity-claims.tsx';
import { EntityRoles } from './entity-roles.tsx';
import { Names } from './names.tsx';

const t = words.entity;
const PAGE = 100;

export function EntityPanel({ id }: { id: string }) {
  const [limit, setLimit] = useState(PAGE);
  const clocks = useDrawnClocks();
  const asked = useQuery(entityQuery(id, limit, clocks));
  if (asked.error instanceof ApiError && asked.error.code === 'not-found')
    return (
      <>
        <PanelHead chips={[]} />
        <Empty>{t.noClaims}</Empty>
      </>
    );
  const type = asked.data && words.type[asked.data.entity.type];
  return (
    <>
      <PanelHead chips={type ? [[type, 'accent'], ...(asked.data?.entity.kind ? [[asked.data.entity.kind, ''] as [string, string]] : [])] : []} />
      <div className="scroll" key={id} tabIndex={0} role="region" aria-label={asked.data?.entity.name}>
        <Await asked={asked} rows={8}>
          {(detail) => <Detail detail={detail} onMore={() => setLimit(limit + PAGE)} />}
        </Await>
      </div>
    </>
  );
}

/** What is said of the entity as such; a word of the trade has its meaning with it. */
function flagsOf({ entity }: EntityDetail): { line: string; term?: TermName }[] {
  const flags: [boolean, string, TermName?][] = [
    ...namingLines(entity).map((line): [boolean, string, TermName?] => (line === t.unnamed ? [true, line, 'unnamed'] : [true, line])),
    [entity.generic, t.generic, 'generic'],
    [entity.aggregate, t.aggregate],
    [entity.unsure, t.unsure],
    [entity.atRisk, t.atRisk],
  ];
  return flags.flatMap(([on, line, term]) => (on ? [{ line, ...(term ? { term } : {}) }] : []));
}

function Detail({ detail, onMore }: { detail: EntityDetail; onMore: () => void }) {
  const deps = useDeps();
  const { entity } = detail;
  const drawnHere = useView((s) => s.history.present.canvas.entities.includes(entity.id));
  const clocks = useView((s) => s.history.present.clocks);
  const why = whyUnnamed(entity, clocks);
  const flags = [...(why ? [{ line: why, term: 'unnamed' as const }] : []), ...flagsOf(detail)];
  const nameOf = (id: string): string => detail.nodes.find((node) => node.id === id)?.name ?? id;
  return (
    <>
      <div style={{ padding: '8px 16px 14px' }}>
        <h2 className="proposition row" style={{ padding: 0 }}>
          <EntityMark type={entity.type} vague={entity.unnamed || entity.generic} />
          <span lang={entity.nameLang} dir="auto">
            {entity.name}
          </span>
        </h2>
        {flags.length > 0 && (
          <p className="meta" style={{ marginBlockStart: 4 }}>
            {flags.map(({ line, term }, i) => (
              <span key={line}>
                {i > 0 && ' · '}
                {term ? <Term term={term}>{line}</Term> : line}
              </span>
            ))}
          </p>
        )}
        {entity.candidates.length > 0 && (
          <p className="meta">
            {t.candidates}: {entity.candidates.map(nameOf).join(' / ')}
          </p>
        )}
        <div className="row wrap" style={{ marginBlockStart: 10 }}>
          {!drawnHere && (
            <button type="button" className="btn small primary" onClick={() => void placeEntity(deps, entity.id, entity.name)}>
              {t.place}
            </button>
          )}
          <button type="button" className="btn small" onClick={() => setTraceEnd(deps, 'from', entity.id)}>
            {t.traceFrom}
          </button>
          <button type="button" className="btn small" onClick={() => setTraceEnd(deps, 'to', entity.id)}>
            {t.traceTo}
          </button>
          <EditButton kind="entity" id={entity.id} />
          <HistoryButton kind="entity" id={entity.id} />
        </div>
      </div>
      <Names names={detail.names} redacted={entity.redacted} />
      <EntityRoles roles={detail.roles} />
      {detail.identities.length > 0 && (
        <section className="block" aria-label={t.identities}>
          <h3 className="heading">{t.identities}</h3>
          <ul>
            {detail.identities.map((identity) => (
              <li key={identity.other.id}>
                {t.decision[identity.decision]}{' '}
                <button type="button" className="link" lang="en" dir="auto" onClick={() => openEntity(deps, identity.other.id)}>
                  {identity.other.name}
                </button>
                <p className="meta" lang="en" dir="ltr">
                  {identity.why}
                </p>
                <EditButton kind="identity" id={[entity.id, identity.other.id].toSorted().join('|')} of={identity.other.name} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <HoldingUp of={{ kind: 'entity', id: entity.id }} />
      <NotesOn about={{ kind: 'entity', id: entity.id }} />
      <EntityClaims detail={detail} page={PAGE} onMore={onMore} />
    </>
  );
}
