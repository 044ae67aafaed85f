/** The table beside the graph: claims or entities of what is drawn, or of one entity or list, with one selection for both. */
import { useMemo, useState } from 'react';
import { useDeps } from '../../acts/deps.ts';
import { openClaim, openEntity } from '../../acts/open-things.ts';
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { entitiesOfEdge } from '../../../server/domain/picturing/drawn/drawable.ts';
import { useDraft } from '../../state/drafts.ts';
import { useView } from '../../state/store.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { LineSample } from '../../ui/figures.tsx';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { useNameOf } from '../disclosure/use-name-of.ts';
import { useExport } from '../export/use-export.ts';
import { factsOf, Foot, Scope } from './about-rows.tsx';
import { claimColumns } from './claim-columns.tsx';
import { entityColumns } from './entity-columns.tsx';
import { type Rows, useRows } from './use-rows.ts';
import { RowsTable } from './rows-table.tsx';

const t = words.table;

export function TableView() {
  const rows = useRows();
  return rows.asked ? (
    <Await asked={rows.asked} rows={10}>
      {() => <Table rows={rows} />}
    </Await>
  ) : (
    <Table rows={rows} />
  );
}

function Table({ rows }: { rows: Rows }) {
  const deps = useDeps();
  const takeOut = useExport();
  const [kind, setKind] = useDraft<'claims' | 'entities'>('kind of rows', 'claims');
  const selection = useView((s) => s.selection);
  const sourceName = useNameOf();
  const { claims, entities, nameOf } = rows;
  const [names] = useState(() => ({ of: sourceName }));
  names.of = sourceName;
  const ofClaims = useMemo(() => claimColumns(nameOf, (id) => names.of(id)), [nameOf]);
  const ofEntities = useMemo(() => {
    const counts = new Map<string, number>();
    for (const id of claims.flatMap(entitiesOfEdge)) counts.set(id, (counts.get(id) ?? 0) + 1);
    return entityColumns((id) => counts.get(id) ?? 0);
  }, [claims]);
  const chosenClaims = useMemo(() => new Set(selection.claims), [selection]);
  const chosenEntities = useMemo(() => new Set(selection.entities), [selection]);
  const choose = (of: 'claims' | 'entities', id: string, add: boolean): void => {
    const now = selection[of];
    const next = !add ? [id] : now.includes(id) ? now.filter((one) => one !== id) : [...now, id];
    const others = add ? selection : { claims: [], entities: [] };
    deps.store.dispatch({ type: 'select', selection: { ...others, [of]: next } });
  };
  const head = (
    <div className="segmented" role="group" aria-label={t.kind}>
      {(['claims', 'entities'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
          {t[one]} <span>{(one === 'claims' ? claims : entities).length.toLocaleString('en')}</span>
        </button>
      ))}
    </div>
  );
  const scope = <Scope rows={rows} />;
  const about = { asked: rows.of && rows.title, clocks: rows.of?.kind === 'claims' ? rows.of.clocks : undefined };
  const empty = rows.of ? t.emptyScope : t.empty;
  if (kind === 'entities')
    return (
      <RowsTable<NodeView>
        key="entities"
        kind="entities"
        items={entities}
        columns={ofEntities}
        sort={{ id: 'claims', down: true }}
        alwaysCopied={['name', 'marks']}
        chosen={chosenEntities}
        shown={selection.entities.at(-1)}
        empty={empty}
        head={head}
        scope={scope}
        cardHeight={52}
        card={(node) => (
          <span className="card-row">
            <EntityMark type={node.type} vague={node.unnamed || node.generic} />
            <span>
              <b lang={node.nameLang} dir="auto">
                {node.name}
              </b>
              <span className="meta">
                {words.type[node.type]} · {t.rows.claims(node.degree)}
              </span>
            </span>
          </span>
        )}
        foot={() => <Foot keys={t.keys} claim={undefined} chosen={0} />}
        onOpen={({ id }) => openEntity(deps, id)}
        onChoose={({ id }, add) => choose('entities', id, add)}
        onExport={(items, lines) =>
          takeOut({ rows: { ...about, title: t.exported(t.rows.entities(items.length)), entities: items.map(({ id }) => id), claims: [], lines } })
        }
      />
    );
  return (
    <RowsTable<EdgeView>
      key="claims"
      kind="claims"
      items={claims}
      columns={ofClaims}
      sort={{ id: 'standing', down: true }}
      alwaysCopied={['standing', 'by', 'sentence']}
      chosen={chosenClaims}
      shown={selection.claims.at(-1)}
      empty={empty}
      head={head}
      scope={scope}
      cardHeight={74}
      card={(claim) => (
        <span className="card-row">
          <LineSample rank={claim.rank} length={26} />
          <span>
            <span className="said two" lang="en" dir="ltr">
              {claim.sentence}
            </span>
            <span className="meta">{factsOf(claim)}</span>
          </span>
        </span>
      )}
      foot={(claim) => <Foot keys={t.keys} claim={claim ?? claims.find(({ id }) => id === selection.claims.at(-1))} chosen={selection.claims.length} />}
      onOpen={({ id }) => openClaim(deps, id)}
      onChoose={({ id }, add) => choose('claims', id, add)}
      onExport={(items, lines) =>
        takeOut({ rows: { ...about, title: t.exported(t.rows.claims(items.length)), entities: [], claims: items.map(({ id }) => id), lines } })
      }
    />
  );
}
