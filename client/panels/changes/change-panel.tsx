/** A change set: who made it, when and why, what it did to each record and to claims, and its undo. */
import { useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { changeQuery, type ChangedRecord, type ChangeSetView } from '../../api/queries-changes.ts';
import { rowsOfClaimsQuery } from '../../api/queries.ts';
import { ApiError } from '../../api/api-error.ts';
import { recordKind } from '../../../server/contract/records.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import type { RecordKind } from '../../state/view.ts';
import type { ClaimLine } from '../../ui/claim-row.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { PanelHead } from '../panel-head.tsx';
import { dateText } from '../../ui/date-text.ts';
import { ChangeLines } from './change-lines.tsx';
import { namesIn } from './field-words.ts';
import { PlanPart } from './plan-part.tsx';
import { RecordChange } from './record-change.tsx';
import { useLastRedaction } from './use-last-redaction.ts';

const t = words.changes;
/** Claims first: what is said is what a change is read for. */
const ORDER: readonly RecordKind[] = ['claim', 'citation', ...recordKind.options.filter((kind) => kind !== 'claim' && kind !== 'citation')];

export function ChangePanel({ id }: { id: string }) {
  const asked = useInfiniteQuery(changeQuery(id));
  const isGone = asked.error instanceof ApiError && asked.error.code === 'not-found';
  return (
    <>
      <PanelHead chips={[[t.set, 'accent']]} />
      <div className="scroll" tabIndex={0} role="region" aria-label={t.set}>
        {isGone ? (
          <Empty>{t.gone}</Empty>
        ) : (
          <Await asked={asked} rows={8}>
            {({ pages }) => {
              const [first] = pages;
              if (!first) return null;
              const records = pages.flatMap((page) => page.records);
              return (
                <>
                  <Head set={first} />
                  <Records records={records} names={pages.flatMap((page) => page.names)} />
                  {asked.hasNextPage && (
                    <p className="block">
                      <span className="meta">{t.part(records.length, first.total)}</span> <MoreButton asked={asked} label={t.more} />
                    </p>
                  )}
                </>
              );
            }}
          </Await>
        )}
      </div>
    </>
  );
}

function Head({ set }: { set: ChangeSetView }) {
  const deps = useDeps();
  const [planning, setPlanning] = useState(false);
  const isUndo = set.undoes.length > 0;
  const undoneBy = set.undoneBy;
  const redaction = useLastRedaction();
  const isEnded = redaction !== undefined && set.revision <= redaction.revision;
  const says = isUndo
    ? { title: words.changePlan.redoTitle, act: words.changePlan.doRedo, done: words.changePlan.done.redo }
    : { title: words.changePlan.undoTitle, act: words.changePlan.doUndo, done: words.changePlan.done.undo };
  return (
    <>
      <div className="change-head">
        <h2 className={undoneBy === undefined ? 'proposition' : 'proposition undone'} dir="auto">
          {set.why}
        </h2>
        <ChangeLines set={set} withDay />
        {isUndo && (
          <p className="meta">
            {t.undoes(set.undoes.length)}{' '}
            {set.undoes.map((id, n) => (
              <button key={id} type="button" className="link" onClick={() => openPanel(deps, { kind: 'change', id })}>
                {set.undoes.length === 1 ? t.showIt : t.showNth(n + 1)}
              </button>
            ))}
          </p>
        )}
        {undoneBy !== undefined && (
          <p className="meta">
            {t.undoneBy}{' '}
            <button type="button" className="link" onClick={() => openPanel(deps, { kind: 'change', id: undoneBy })}>
              {t.showIt}
            </button>
          </p>
        )}
        {undoneBy === undefined && set.kind !== 'redaction' && isEnded && <p className="meta">{t.undoEnded(dateText({ edtf: redaction.at.slice(0, 10) }))}</p>}
        {undoneBy === undefined && set.kind !== 'redaction' && !isEnded && !planning && (
          <button type="button" className="btn small" onClick={() => setPlanning(true)}>
            {isUndo ? words.changePlan.redo : words.changePlan.undo}
          </button>
        )}
      </div>
      {planning && undoneBy === undefined && <PlanPart wish={{ act: 'undo', id: set.id, also: [] }} says={says} onLeave={() => setPlanning(false)} />}
    </>
  );
}

function Records({ records, names }: { records: ChangedRecord[]; names: Parameters<typeof namesIn>[0] }) {
  const claims = records.filter(({ kind }) => kind === 'claim').map(({ id }) => id);
  const lines = useClaimLines(claims);
  const nameOf = namesIn(names);
  return (
    <>
      {ORDER.map((kind) => {
        const ofKind = records.filter((record) => record.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind} className="block">
            <h3 className="heading">{t.kinds(kind, ofKind.length)}</h3>
            {ofKind.map((record) => (
              <RecordChange key={record.id} record={record} nameOf={nameOf} line={kind === 'claim' ? lines.get(record.id) : undefined} />
            ))}
          </section>
        );
      })}
    </>
  );
}

/** The claims as they stand now, by id; those that are not there are left out. */
export function useClaimLines(claims: readonly string[]): ReadonlyMap<string, ClaimLine> {
  const { data } = useQuery({ ...rowsOfClaimsQuery(claims, {}), enabled: claims.length > 0 });
  return new Map((claims.length > 0 ? (data?.rows ?? []) : []).map(({ claim }) => [claim.id, claim]));
}
