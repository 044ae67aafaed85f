/** What holds something up: asked for by a press, since it is looked at by striking again and again. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { whatHoldsQuery, type HoldsUpOf } from '../../api/queries-what-if.ts';
import { useDeps } from '../../acts/deps.ts';
import { toggleStruck } from '../../acts/strike.ts';
import type { WhatHolds } from '../../../server/contract/routes/holding-up.ts';
import { useView } from '../../state/store.ts';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.holdsUp;
type Kind = WhatHolds['kinds'][number];
/** Entries of a list that are shown at first. */
const SHOWN = 5;

export function HoldingUp({ of }: { of: HoldsUpOf }) {
  const clocks = useView((s) => s.history.present.clocks);
  const [open, setOpen] = useState(false);
  const asked = useQuery({ ...whatHoldsQuery(of, clocks), enabled: open });
  return (
    <section className="block holding-up" aria-label={t.title}>
      <h3 className="heading">
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t.title}
        </button>
      </h3>
      {open && (
        <>
          <p className="meta">{t.help}</p>
          <Await asked={asked} rows={4}>
            {({ total, kinds }) => (
              <>
                {kinds.map((kind) => (
                  <OfKind key={kind.kind} of={of.kind === 'trace' ? 'trace' : 'claims'} total={total} kind={kind} />
                ))}
              </>
            )}
          </Await>
        </>
      )}
    </section>
  );
}

function OfKind({ of, total, kind }: { of: 'trace' | 'claims'; total: number; kind: Kind }) {
  const sets = [...kind.ones, ...kind.twos];
  const breaking = new Set(kind.ones.map(({ struck }) => struck[0]?.id));
  const most = kind.most.filter(({ struck, lost }) => !breaking.has(struck[0]?.id) && lost < total);
  return (
    <>
      <h4>{t.kind[kind.kind]}</h4>
      <p lang="en">{kind.text}</p>
      <Strikes of={of} total={total} kind={kind.kind} sets={sets} />
      {most.length > 0 && (
        <>
          <p className="meta">{t.most}</p>
          <Strikes of={of} total={total} kind={kind.kind} sets={most} />
        </>
      )}
    </>
  );
}

function Strikes({ of, total, kind, sets }: { of: 'trace' | 'claims'; total: number; kind: Kind['kind']; sets: Kind['ones'] }) {
  const deps = useDeps();
  const [all, setAll] = useState(false);
  const shown = all ? sets : sets.slice(0, SHOWN);
  return (
    <ul className="strikes">
      {shown.map(({ struck, lost, falls }) => (
        <li key={struck.map(({ id }) => id).join(' ')} className="item">
          <span>
            {struck.map(({ id, name }, i) => (
              <span key={id}>
                {i > 0 && words.whatIf.and}
                <span dir="auto" className="said">
                  {name}
                </span>
              </span>
            ))}
            <span className="meta" style={{ display: 'block' }}>
              {[t.lost[of](lost, total), t.falls(falls)].join(' · ')}
            </span>
          </span>
          <button
            type="button"
            className="btn small"
            aria-label={words.whatIf.struckAct(struck.map(({ name }) => name).join(words.whatIf.and))}
            onClick={() => struck.forEach(({ id, name }) => toggleStruck(deps, kind, id, name))}
          >
            {t.try}
          </button>
        </li>
      ))}
      {sets.length > shown.length && (
        <li>
          <button type="button" className="btn small" onClick={() => setAll(true)}>
            {words.whatIf.more(sets.length - shown.length)}
          </button>
        </li>
      )}
    </ul>
  );
}
