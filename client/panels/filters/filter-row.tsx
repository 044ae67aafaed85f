/** One choice of the filters, and beside it the count, which selects exactly what it counts. */
import type { ReactNode } from 'react';
import { useDeps } from '../../acts/deps.ts';
import { selectCounted } from '../../acts/select-counted.ts';
import { words } from '../../i18n/messages.ts';

const t = words.filters;

export interface CountProps {
  /** What is counted, in words. */
  what: string;
  claims?: readonly string[];
  entities?: readonly string[];
  children?: ReactNode;
}
export function Count({ what, claims, entities, children }: CountProps) {
  const deps = useDeps();
  const n = (claims ?? entities ?? []).length;
  if (n === 0)
    return (
      <span className="count none" title={t.noClaims(what)}>
        {children ?? 0}
      </span>
    );
  const label = entities ? t.selectEntities(n, what) : t.selectClaims(n, what);
  return (
    <button type="button" className="count" aria-label={label} title={label} onClick={() => selectCounted(deps, { claims, entities })}>
      {children ?? n}
    </button>
  );
}

export interface FilterRowProps extends CountProps {
  label: string;
  /** Names from the records may be of any script. */
  foreign?: boolean;
  sample?: ReactNode;
  /** A check leaves out when off; a choice narrows when on. */
  as: 'check' | 'choice';
  on: boolean;
  onToggle: () => void;
  /** Between the label and the count. */
  more?: ReactNode;
}
export function FilterRow({ label, foreign, sample, as, on, onToggle, more, what, claims, entities }: FilterRowProps) {
  const n = (claims ?? entities ?? []).length;
  const off = as === 'check' && !on;
  const state = as === 'check' ? { role: 'checkbox', 'aria-checked': on } : { 'aria-pressed': on };
  return (
    <div className={`filter-line${off ? ' off' : ''}`}>
      <button type="button" className={`filter-row${off ? ' off' : ''}`} {...state} onClick={onToggle}>
        {as === 'check' && <span className={on ? 'pick on' : 'pick'} aria-hidden />}
        {sample}
        <span className="label" dir={foreign ? 'auto' : undefined}>
          {label}
        </span>
      </button>
      {more}
      <Count what={what} claims={claims} entities={entities}>
        {off && n > 0 ? t.hidden(n) : n}
      </Count>
    </div>
  );
}
