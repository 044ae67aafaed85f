/** The filters over what is drawn; every count says what would remain, and selects it. */
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import { filtersBy } from '../../state/filters/declared-filters.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { ActivePart } from './active-part.tsx';
import { ClocksPart } from './clocks-part.tsx';
import { DatePart } from './date-part.tsx';
import { GroupsPart, TypesPart } from './kinds-part.tsx';
import { NamesPart } from './names-part.tsx';
import { StandingPart } from './standing-part.tsx';
import { useLeaves } from './use-leaves.ts';

export function FiltersTab() {
  const filters = useView((s) => s.history.present.filters);
  const empty = useView((s) => s.history.present.canvas.entities.length === 0);
  const view = useDrawn();
  const { leaves, all } = useLeaves();
  return (
    <div className="scroll">
      {view.all.length === 0 && empty && <p className="notice meta">{words.filters.nothing}</p>}
      <ActivePart />
      <StandingPart filters={filters} leaves={leaves} />
      <GroupsPart filters={filters} all={all} leaves={leaves} />
      <TypesPart filters={filters} />
      <ClocksPart />
      {filtersBy('date').map((by) => (
        <DatePart key={by.key} by={by} filters={filters} leaves={leaves} />
      ))}
      {filtersBy('names').map((by) => (
        <NamesPart key={by.key} by={by} filters={filters} all={all} leaves={leaves} />
      ))}
    </div>
  );
}
