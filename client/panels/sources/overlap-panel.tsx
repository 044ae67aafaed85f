/** What voices have in common: a table of voices by voices, each cell with the claims that both are origins of, which it opens. */
import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { voiceOverlapQuery } from '../../api/queries.ts';
import type { readVoiceOverlap } from '../../../server/contract/routes/sources.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { direction } from '../../i18n/locale.ts';
import { useView } from '../../state/store.ts';
import { Await, Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { PanelHead } from '../panel-head.tsx';
import { moved, type Place } from '../table/move-in-grid.ts';

const t = words.overlap;
type Answer = z.output<typeof readVoiceOverlap.response>;
/** Rows that a page key passes. */
const A_PAGE = 10;

export function OverlapPanel() {
  const clocks = useView((s) => s.history.present.clocks);
  const datasets = useView((s) => s.history.present.filters.datasets);
  const asked = useQuery(voiceOverlapQuery(datasets, clocks));
  return (
    <>
      <PanelHead chips={[[t.chip, '']]} />
      <h2 className="proposition" style={{ paddingBlockEnd: 10 }}>
        {t.title}
      </h2>
      <Await asked={asked} rows={8}>
        {(answer) =>
          answer.voices.length === 0 ? (
            <Empty>{t.none}</Empty>
          ) : (
            <>
              <p className="meta overlap-lead">
                {t.shown(answer.voices.length, answer.inAll)} {t.lead}
              </p>
              <Matrix answer={answer} datasets={datasets} />
            </>
          )
        }
      </Await>
    </>
  );
}

function Matrix({ answer: { voices, pairs }, datasets }: { answer: Answer; datasets: string[] }) {
  const deps = useDeps();
  const grid = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const both = new Map(pairs.map(({ a, b, both: n }) => [`${a} ${b}`, n]));
  const nameOf = (i: number): string => voices[i]?.name ?? '';
  /** The claims of a cell: of both voices, or of one voice alone. */
  const claimsAt = (a: number, b: number): number => (a === b ? (voices[a]?.alone ?? 0) : (both.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? 0));
  const labelAt = (a: number, b: number): string => {
    const n = claimsAt(a, b);
    return a === b ? t.alone(nameOf(a), n) : t.pair(nameOf(a), nameOf(b), n, (voices[a]?.claims ?? 0) - n, (voices[b]?.claims ?? 0) - n);
  };
  const held = datasets.length > 0 ? { datasets } : {};
  const open = (a: number, b: number): void => {
    const [one, other] = [voices[a], voices[b]];
    if (!one || !other || claimsAt(a, b) === 0) return;
    openPanel(
      deps,
      a === b
        ? { kind: 'claims', title: t.ofOne(one.name), filter: { voices: [one.id], originsAtMost: 1, ...held } }
        : { kind: 'claims', title: t.ofBoth(one.name, other.name), filter: { voicesAll: [one.id, other.id], ...held } },
    );
  };
  const go = (next: Place): void => {
    setPlace(next);
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.row} ${next.column}"]`)?.focus();
  };
  // The first column is the name of the voice.
  const act = ({ row, column }: Place): void => {
    const voice = voices[row];
    if (column > 0) open(row, column - 1);
    else if (voice) openPanel(deps, { kind: 'voice', id: voice.id });
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return act(place);
    }
    const next = moved(place, event.key, {
      rows: voices.length,
      columns: voices.length + 1,
      page: A_PAGE,
      jump: event.ctrlKey || event.metaKey,
      rtl: direction === 'rtl',
      head: false,
    });
    if (!next) return;
    event.preventDefault();
    go(next);
  };
  const cell = (row: number, column: number) => ({
    'data-at': `${row} ${column}`,
    tabIndex: place.row === row && place.column === column ? 0 : -1,
    onClick: () => {
      go({ row, column });
      act({ row, column });
    },
  });
  return (
    <div className="scroll overlap">
      <table role="grid" aria-label={t.title} ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{t.voice}</th>
            {voices.map(({ id, name }, i) => (
              <th key={id} scope="col" title={name} aria-label={t.number(i + 1, name)}>
                {i + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {voices.map(({ id, name, claims }, row) => (
            <tr key={id}>
              <th scope="row" {...cell(row, 0)} title={name} aria-label={`${t.number(row + 1, name)}: ${t.of(claims)}`}>
                <span className="named">
                  <span className="n">{row + 1}</span>
                  <span className="name" lang="en" dir="auto">
                    {name}
                  </span>
                  <span className="of">{claims.toLocaleString('en')}</span>
                </span>
              </th>
              {voices.map((other, column) => {
                const n = claimsAt(row, column);
                const label = labelAt(row, column);
                return (
                  <td
                    key={other.id}
                    role="gridcell"
                    {...cell(row, column + 1)}
                    className={row === column ? 'alone' : undefined}
                    data-none={n === 0 || undefined}
                    aria-disabled={n === 0 || undefined}
                    aria-label={label}
                    title={label}
                  >
                    {n === 0 ? '·' : n.toLocaleString('en')}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
