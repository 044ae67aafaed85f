/** The states that a record had, newest first: who changed what of it, when and why. An earlier one can be brought back. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { type RecordState, recordHistoryQuery } from '../../api/queries-changes.ts';
import { ApiError } from '../../api/api-error.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim, openPanel } from '../../acts/open-things.ts';
import { EditButton } from '../../desk/forms/edit-button.tsx';
import type { RecordKind } from '../../state/view.ts';
import { ClaimRow } from '../../ui/claim-row.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { PanelHead } from '../panel-head.tsx';
import { ChangeLines } from './change-lines.tsx';
import { useClaimLines } from './change-panel.tsx';
import { namesIn, type NameOf } from './field-words.ts';
import { PlanPart } from './plan-part.tsx';
import { Fields } from './record-change.tsx';

const t = words.changes;

export function RecordHistoryPanel({ of, id }: { of: RecordKind; id: string }) {
  const asked = useQuery(recordHistoryQuery(of, id));
  const isGone = asked.error instanceof ApiError && asked.error.code === 'not-found';
  return (
    <>
      <PanelHead
        chips={[
          [t.history, 'accent'],
          [t.kind(of), ''],
        ]}
      />
      <div className="scroll" tabIndex={0} role="region" aria-label={t.history}>
        {isGone ? (
          <Empty>{t.neverThere}</Empty>
        ) : (
          <Await asked={asked} rows={8}>
            {({ states, names }) => <States of={of} id={id} states={states} nameOf={namesIn(names)} />}
          </Await>
        )}
      </div>
    </>
  );
}

/** The states by change set, newest first: of a claim one may have changed several of its citations. */
export function bySet(states: readonly RecordState[]): RecordState[][] {
  const sets = new Map<string, RecordState[]>();
  for (const state of states) sets.set(state.by.id, [...(sets.get(state.by.id) ?? []), state]);
  return [...sets.values()];
}

function States({ of, id, states, nameOf }: { of: RecordKind; id: string; states: RecordState[]; nameOf: NameOf }) {
  const deps = useDeps();
  const [restoring, setRestoring] = useState<number | undefined>();
  const line = useClaimLines(of === 'claim' ? [id] : []).get(id);
  return (
    <>
      {line ? (
        <ClaimRow claim={line} onOpen={(claim) => openClaim(deps, claim)} />
      ) : (
        <h2 className="proposition" dir="auto">
          {nameOf(of, id)}
        </h2>
      )}
      {of !== 'citation' && (
        <p className="block">
          <EditButton kind={of} id={id} />
        </p>
      )}
      {of === 'claim' && <p className="block meta">{t.claimWithCitations}</p>}
      {bySet(states).map((changed, n) => {
        const { by } = changed[0]!;
        const isGone = changed.some((state) => state.of.kind === of && state.of.id === id && state.record === null);
        return (
          <section key={by.id} className="block" aria-label={t.revision(by.revision)}>
            <button
              type="button"
              className={by.undoneBy === undefined ? 'change-row' : 'change-row undone'}
              onClick={() => openPanel(deps, { kind: 'change', id: by.id })}
            >
              <b>
                <bdi>{by.why}</bdi>
              </b>
              <ChangeLines set={by} withDay />
            </button>
            {changed.map((state) => (
              <State key={`${state.of.kind}/${state.of.id}`} state={state} own={state.of.kind === of && state.of.id === id} nameOf={nameOf} />
            ))}
            {n === 0 ? (
              <p className="meta">{isGone ? t.goneNow : t.recordNow}</p>
            ) : isGone ? null : restoring === by.revision ? (
              <PlanPart
                wish={{ act: 'restore', kind: of, id, to: by.revision }}
                says={{ title: t.restoreTitle(by.revision), act: words.changePlan.doRestore, done: words.changePlan.done.restore }}
                onLeave={() => setRestoring(undefined)}
              />
            ) : (
              <button type="button" className="btn small" onClick={() => setRestoring(by.revision)}>
                {t.restore}
              </button>
            )}
          </section>
        );
      })}
    </>
  );
}

/** What became of a record in a state; `alike` where nothing that is still kept differs: what it was before may have been redacted. */
export function didIn({ record, fields }: Pick<RecordState, 'record' | 'fields'>): 'removed' | 'created' | 'changed' | 'alike' {
  if (record === null) return 'removed';
  if (fields.length === 0) return 'alike';
  return fields.every(({ before }) => before === null) ? 'created' : 'changed';
}

function State({ state, own, nameOf }: { state: RecordState; own: boolean; nameOf: NameOf }) {
  const { of, fields } = state;
  const done = didIn(state);
  const did = done === 'alike' ? 'changed' : done;
  return (
    <>
      {(!own || done !== 'changed') && (
        <p className="record-name">
          {!own && <bdi>{nameOf(of.kind, of.id)}</bdi>}{' '}
          <span className="meta">
            {done === 'alike' ? t.nothingDiffers : did === 'changed' ? t.did.changed : did === 'removed' ? t.removedHere : t.madeHere}
          </span>
        </p>
      )}
      <Fields did={did} fields={fields} nameOf={nameOf} />
    </>
  );
}
