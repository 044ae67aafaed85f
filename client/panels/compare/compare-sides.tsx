/** What is compared, and the two: dates on a clock, change sets, choices of cases, with and without a voice. */
import { useEffect, useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { statsQuery, voicesQuery } from '../../api/queries.ts';
import { changesQuery } from '../../api/queries-changes.ts';
import { useDeps } from '../../acts/deps.ts';
import { setComparison } from '../../acts/compare-states.ts';
import { lastDay } from '../../state/filters/as-of-dates.ts';
import { casesLoaded } from '../../state/filters/cases.ts';
import type { Comparison } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import {
  caseOf,
  commonOf,
  COMPARED_KINDS,
  comparedClock,
  comparedKind,
  DATE_CLOCKS,
  withCase,
  withDate,
  type ComparedKind,
  type DateClock,
} from './compared-sides.ts';

const t = words.compare;
const SIDES = ['before', 'after'] as const;

export function CompareSides({ compare }: { compare: Comparison }) {
  const deps = useDeps();
  const asked = comparedKind(compare);
  const [kind, setKind] = useState<ComparedKind>(asked);
  useEffect(() => setKind(asked), [asked]);
  const choose = (next: ComparedKind): void => {
    setKind(next);
    // Two dates are always there; what else is compared waits until it is chosen.
    if (next === 'dates') setComparison(deps, { before: commonOf(compare), after: commonOf(compare) });
  };
  return (
    <>
      <select className="field small" aria-label={t.what} value={kind} onChange={(event) => choose(event.target.value as ComparedKind)}>
        {COMPARED_KINDS.map((one) => (
          <option key={one} value={one}>
            {t.kinds[one]}
          </option>
        ))}
      </select>
      {kind === 'dates' && <Dates compare={compare} />}
      {kind === 'changes' && <ChangeSets compare={compare} />}
      {kind === 'datasets' && <Cases compare={compare} />}
      {kind === 'voice' && <Voice compare={compare} />}
    </>
  );
}

function Dates({ compare }: { compare: Comparison }) {
  const deps = useDeps();
  const clock = comparedClock(compare);
  const change = (next: DateClock): void =>
    setComparison(deps, {
      before: withDate(withDate(compare.before, clock, undefined), next, compare.before[clock]),
      after: withDate(withDate(compare.after, clock, undefined), next, compare.after[clock]),
    });
  return (
    <>
      <select className="field small" aria-label={t.clock} value={clock} onChange={(event) => change(event.target.value as DateClock)}>
        {DATE_CLOCKS.map((one) => (
          <option key={one} value={one}>
            {t.clocks[one]}
          </option>
        ))}
      </select>
      {SIDES.map((side) => (
        <DateField
          key={side}
          side={side}
          date={compare[side][clock]}
          onDate={(date) => setComparison(deps, { [side]: withDate(compare[side], clock, date) })}
        />
      ))}
    </>
  );
}

function DateField({ side, date, onDate }: { side: 'before' | 'after'; date: string | undefined; onDate: (date: string | undefined) => void }) {
  const [text, setText] = useState(date ?? '');
  useEffect(() => setText(date ?? ''), [date]);
  const typed = text.trim();
  const bad = typed !== '' && lastDay(typed) === undefined;
  const commit = (): void => {
    if (!bad && typed !== (date ?? '')) onDate(typed === '' ? undefined : typed);
  };
  return (
    <label className="compare-date">
      <i className={`ink ${side}`} aria-hidden />
      <input
        className="field small"
        aria-label={t.handle[side]}
        aria-invalid={bad}
        title={bad ? t.badDate : undefined}
        value={text}
        placeholder={t.anyDate}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </label>
  );
}

interface Choice {
  value: string;
  label: string;
}
function Choose({
  side,
  value,
  choices,
  onChoose,
}: {
  side: 'before' | 'after';
  value: string;
  choices: readonly Choice[];
  onChoose: (value: string) => void;
}) {
  return (
    <label className="compare-date">
      <i className={`ink ${side}`} aria-hidden />
      <select className="field small" aria-label={side === 'before' ? t.firstOf : t.secondOf} value={value} onChange={(event) => onChoose(event.target.value)}>
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function ChangeSets({ compare }: { compare: Comparison }) {
  const deps = useDeps();
  const { data } = useInfiniteQuery(changesQuery());
  const sets = data?.pages.flatMap(({ changeSets }) => changeSets) ?? [];
  const common = withDate(commonOf(compare), 'recorded', undefined);
  return SIDES.map((side) => (
    <Choose
      key={side}
      side={side}
      value={compare[side].recorded ?? ''}
      choices={[
        { value: '', label: side === 'after' ? t.today : t.pickChange },
        ...sets.map(({ at, why }) => ({ value: at, label: `${at.slice(0, 16).replace('T', ' ')} ${why}` })),
      ]}
      onChoose={(recorded) => setComparison(deps, { [side]: withDate(common, 'recorded', recorded === '' ? undefined : recorded) })}
    />
  ));
}

function Cases({ compare }: { compare: Comparison }) {
  const deps = useDeps();
  const { data } = useQuery(statsQuery());
  const cases = casesLoaded(data?.datasets ?? []);
  const all = cases.map(({ id }) => id);
  return SIDES.map((side) => (
    <Choose
      key={side}
      side={side}
      value={caseOf(compare[side], all) ?? ''}
      choices={[{ value: '', label: t.allCases }, ...cases.map(({ id, title }) => ({ value: id, label: t.onlyCase(title ?? id) }))]}
      onChoose={(only) => setComparison(deps, { [side]: withCase(commonOf(compare), only === '' ? undefined : only, all) })}
    />
  ));
}

function Voice({ compare }: { compare: Comparison }) {
  const deps = useDeps();
  const { data } = useQuery(voicesQuery());
  const voices = (data?.voices ?? []).toSorted((a, b) => b.claims - a.claims);
  const common = commonOf(compare);
  return (
    <Choose
      side="after"
      value={compare.after.without?.voices?.[0] ?? ''}
      choices={[{ value: '', label: t.pickVoice }, ...voices.map(({ id, name }) => ({ value: id, label: t.withoutVoice(name) }))]}
      onChoose={(voice) => setComparison(deps, { before: common, after: voice === '' ? common : { ...common, without: { voices: [voice] } } })}
    />
  );
}
