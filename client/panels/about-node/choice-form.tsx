/** The choice before an expansion: groups, predicates and types with counts, standing, origins, and a limit. */
import type { Group, SupportLevel } from '../../../server/domain/model/lists.ts';
import { RANK_OF_LEVEL } from '../../../server/domain/model/lists.ts';
import { USUAL_CAP } from '../../acts/expand-entity.ts';
import { useView } from '../../state/store.ts';
import { count } from '../../i18n/counting.ts';
import { words } from '../../i18n/messages.ts';
import { type Choice, type Expansion, narrows } from './use-expansion.ts';

const t = words.about;
const CAPS = [10, USUAL_CAP, 50, 100, 250];
const MINIMA: readonly SupportLevel[] = ['sanctioned', 'charged', 'admitted', 'found', 'convicted'];
const FIGURES = [0, 1, 2, 3, 5];

interface FormProps {
  expansion: Expansion;
  choice: Choice;
  onChange: (change: Partial<Choice>) => void;
}

export function ChoiceForm({ expansion, choice, onChange }: FormProps) {
  const filters = useView((s) => s.history.present.filters);
  const { groups, types, coming, comingAtLeast, failed } = expansion;
  return (
    <div className="choice">
      {groups.map((group) => (
        <GroupPart key={group} group={group} expansion={expansion} choice={choice} onChange={onChange} />
      ))}
      <fieldset className="plain">
        <legend className="heading">
          {t.types}, {t.onlyTypes}
        </legend>
        <div className="grid">
          {types.map(({ type, neighbours }) => (
            <label className="check" key={type}>
              <input
                type="checkbox"
                checked={choice.types.includes(type)}
                onChange={() => onChange({ types: choice.types.includes(type) ? choice.types.filter((x) => x !== type) : [...choice.types, type] })}
              />
              {words.types[type]}
              <span className="n">{neighbours}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid">
        <label>
          <span className="heading">{t.minimum}</span>
          <select className="field" value={choice.minimum ?? ''} onChange={(e) => onChange({ minimum: MINIMA.find((level) => level === e.target.value) })}>
            <option value="">{words.trace.anyStanding}</option>
            {MINIMA.map((level) => (
              <option key={level} value={level}>
                {words.rank[RANK_OF_LEVEL[level]]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="heading">{t.cap}</span>
          <select className="field" value={choice.limit} onChange={(e) => onChange({ limit: Number(e.target.value) })}>
            {CAPS.map((cap) => (
              <option key={cap} value={cap}>
                {count(cap, 'claim')}
              </option>
            ))}
          </select>
        </label>
        <Figure label={t.origins} value={choice.origins} onChange={(origins) => onChange({ origins })} />
        <Figure label={t.uninvolved} value={choice.uninvolved} onChange={(uninvolved) => onChange({ uninvolved })} />
      </div>
      <div className="grid">
        <label className="check">
          <input type="checkbox" checked={choice.contested} onChange={() => onChange({ contested: !choice.contested })} />
          {t.contested}
        </label>
        {narrows(filters) && (
          <label className="check">
            <input type="checkbox" checked={choice.withView} onChange={() => onChange({ withView: !choice.withView })} />
            {t.viewFilters}
          </label>
        )}
      </div>
      <p className="meta" role="status">
        {failed ? t.notCounted : coming === undefined ? t.asking : coming > choice.limit ? t.capped(coming, choice.limit) : t.willCome(coming)}
        {coming !== undefined && comingAtLeast && ` (${t.atLeast})`}
      </p>
    </div>
  );
}

function Figure({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <label>
      <span className="heading">{label}</span>
      <select className="field" value={value} onChange={(e) => onChange(Number(e.target.value))}>
        {FIGURES.map((n) => (
          <option key={n} value={n}>
            {n === 0 ? t.any : n}
          </option>
        ))}
      </select>
    </label>
  );
}

function GroupPart({ group, expansion, choice, onChange }: FormProps & { group: Group }) {
  const rows = expansion.rows.filter((row) => row.group === group);
  const on = rows.some((row) => !choice.off.includes(row.predicate));
  const turn = (predicates: string[], out: boolean): void => {
    const kept = choice.off.filter((id) => !predicates.includes(id));
    onChange({ off: out ? [...kept, ...predicates] : kept });
  };
  return (
    <fieldset className="plain">
      <legend style={{ padding: 0, inlineSize: '100%' }}>
        <label className="check">
          <input
            type="checkbox"
            checked={on}
            onChange={() =>
              turn(
                rows.map((row) => row.predicate),
                on,
              )
            }
          />
          <strong>{words.group[group]}</strong>
          <span className="n">{rows.reduce((sum, row) => sum + row.left, 0)}</span>
        </label>
      </legend>
      <div className="grid" style={{ paddingInlineStart: 24 }}>
        {rows.map((row) => {
          const out = choice.off.includes(row.predicate);
          return (
            <label className="check" key={row.predicate}>
              <input type="checkbox" checked={!out} onChange={() => turn([row.predicate], !out)} />
              {row.label}
              <span className="n">{row.left}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
