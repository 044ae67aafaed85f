/** The switches of a trace. Each change runs it again and is stated in the answer. */
import type { ReactNode } from 'react';
import { TRACE_LIMITS } from '../../../server/contract/records.ts';
import { SUPPORT_LEVELS, WITHHELD_GROUPS, WITHHELD_TYPES } from '../../../server/domain/model/lists.ts';
import type { TraceSwitches } from '../../../server/domain/model/questions.ts';
import { useDeps } from '../../acts/deps.ts';
import { toggled } from '../../acts/set-filters.ts';
import { runTrace } from '../../acts/run-trace.ts';
import { useView } from '../../state/store.ts';
import { Explained } from '../../ui/term.tsx';
import { words } from '../../i18n/messages.ts';
import { PassedBy } from './passed-by.tsx';
import { switched, USUAL } from './wider.ts';

const t = words.trace;
const DEGREES = [20, 50, 100, USUAL.degreeLimit, 500, 1_000, 2_000, 10_000, TRACE_LIMITS.degreeLimit];
const UNINVOLVED = [0, 1, 2, 3, 4, 5];
/** More of them would fill the panel; the API takes more. */
const MOST_AVOIDED = 50;

export function Switches() {
  const deps = useDeps();
  const trace = useView((s) => s.history.present.trace);
  const filters = useView((s) => s.history.present.filters);
  const { switches } = trace;
  const run = (next: TraceSwitches): void => {
    if (trace.from && trace.to) void runTrace(deps, { from: trace.from, to: trace.to, switches: next });
    else deps.store.dispatch({ type: 'trace', words: words.acts.switches, trace: { ...trace, switches: next } });
  };
  const set = (change: Partial<TraceSwitches>): void => run(switched(switches, change));
  const degree = switches.degreeLimit ?? USUAL.degreeLimit;
  const ofFilters = filters.standingAtLeast !== undefined || filters.uninvolvedAtLeast > 0;
  return (
    <div className="switches">
      <fieldset>
        <legend className="heading">{t.throughTypes}</legend>
        {WITHHELD_TYPES.map((type) => (
          <Check key={type} on={switches.throughTypes?.includes(type)} onChange={() => set({ throughTypes: toggled(switches.throughTypes ?? [], type) })}>
            {words.types[type]}
          </Check>
        ))}
        <Explained term="generic">
          <div>
            <Check on={switches.throughGeneric} onChange={() => set({ throughGeneric: !switches.throughGeneric })}>
              {t.throughGeneric}
            </Check>
          </div>
        </Explained>
        <Check on={switches.throughAggregate} onChange={() => set({ throughAggregate: !switches.throughAggregate })}>
          {t.throughAggregate}
        </Check>
      </fieldset>
      <fieldset>
        <legend className="heading">{t.groups}</legend>
        {WITHHELD_GROUPS.map((group) => (
          <Check key={group} on={switches.groups?.includes(group)} onChange={() => set({ groups: toggled(switches.groups ?? [], group) })}>
            {words.group[group]}
          </Check>
        ))}
      </fieldset>
      <Numbers
        label={t.maxHops}
        value={switches.maxHops ?? USUAL.maxHops}
        options={Array.from({ length: TRACE_LIMITS.maxHops }, (_, i) => i + 1)}
        onChange={(maxHops) => set({ maxHops })}
      />
      <Numbers
        label={t.slack}
        value={switches.slack ?? USUAL.slack}
        options={Array.from({ length: TRACE_LIMITS.slack + 1 }, (_, n) => n)}
        onChange={(slack) => set({ slack })}
      />
      <label>
        <span className="heading">{t.minimum}</span>
        <select
          className="field"
          value={switches.standingAtLeast ?? ''}
          onChange={(e) => set({ standingAtLeast: SUPPORT_LEVELS.find((l) => l === e.target.value) })}
        >
          <option value="">{t.anyStanding}</option>
          {SUPPORT_LEVELS.slice(1).map((level) => (
            <option key={level} value={level}>
              {words.standing[level]}
            </option>
          ))}
        </select>
      </label>
      <Numbers
        label={t.uninvolved}
        value={switches.uninvolvedAtLeast ?? 0}
        options={UNINVOLVED}
        zero={t.anyNumber}
        onChange={(n) => set({ uninvolvedAtLeast: n === 0 ? undefined : n })}
      />
      <Numbers
        label={t.originsAtLeast}
        value={switches.originsAtLeast ?? 0}
        options={UNINVOLVED}
        zero={t.anyNumber}
        onChange={(n) => set({ originsAtLeast: n === 0 ? undefined : n })}
      />
      <fieldset>
        <Check on={switches.uncontested} onChange={() => set({ uncontested: !switches.uncontested })}>
          {t.uncontested}
        </Check>
      </fieldset>
      <PassedBy label={t.mustPass} ids={switches.mustPass ?? []} most={TRACE_LIMITS.mustPass} onChange={(mustPass) => set({ mustPass })} />
      <PassedBy label={t.mustAvoid} ids={switches.mustAvoid ?? []} most={MOST_AVOIDED} onChange={(mustAvoid) => set({ mustAvoid })} />
      <Numbers
        label={t.degreeLimit}
        value={degree}
        options={[...new Set([...DEGREES, degree])].toSorted((a, b) => a - b)}
        onChange={(degreeLimit) => set({ degreeLimit })}
      />
      <label>
        <span className="heading">{t.order}</span>
        <select className="field" value={switches.order ?? 'weakest-hop'} onChange={(e) => set({ order: e.target.value === 'hops' ? 'hops' : undefined })}>
          <option value="weakest-hop">{t.weakestFirst}</option>
          <option value="hops">{t.hopsFirst}</option>
        </select>
      </label>
      <p className="meta">
        {t.filtersApart}
        {ofFilters && (
          <>
            {' '}
            <button
              type="button"
              className="link"
              onClick={() =>
                set({ standingAtLeast: filters.standingAtLeast, uninvolvedAtLeast: filters.uninvolvedAtLeast > 0 ? filters.uninvolvedAtLeast : undefined })
              }
            >
              {t.atFilters}
            </button>
          </>
        )}
      </p>
      {Object.keys(switches).length > 0 && (
        <button type="button" className="btn small" onClick={() => run({})}>
          {t.resetSwitches}
        </button>
      )}
    </div>
  );
}

function Check({ on = false, onChange, children }: { on?: boolean; onChange: () => void; children: ReactNode }) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={onChange} />
      {children}
    </label>
  );
}

/** @param zero what 0 means, in words */
function Numbers({
  label,
  value,
  options,
  zero,
  onChange,
}: {
  label: string;
  value: number;
  options: readonly number[];
  zero?: string;
  onChange: (n: number) => void;
}) {
  return (
    <label>
      <span className="heading">{label}</span>
      <select className="field" value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {options.map((n) => (
          <option key={n} value={n}>
            {n === 0 && zero !== undefined ? zero : n}
          </option>
        ))}
      </select>
    </label>
  );
}
