/** The whole legend: lines, widths, marks, shapes. */
import type { ReactNode } from "react";
import { ENTITY_TYPES } from "../../../server/domain/model.ts";
import { EntityMark } from "../../ui/entity-mark.tsx";
import { LineSample } from "../../ui/figures.tsx";
import { words } from "../../i18n/messages.ts";

const t = words.disclosure;

function Mark({ children, text }: { children: ReactNode; text: string }) {
  return (
    <li>
      <svg width="46" height="16" viewBox="0 0 46 16" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">{children}</svg>
      {text}
    </li>
  );
}

export function LegendSheet({ filters, knowledge }: { filters: string[]; knowledge: string }) {
  return (
    <div className="dialog">
      <div className="legend-sheet">
        <section>
          <h3 className="heading">{t.standing}</h3>
          <ul>
            {[1, 2, 3, 4, 5, 6, 0].map((rank) => <li key={rank}><LineSample rank={rank} length={46} />{words.rankShort[rank]}</li>)}
            <li><LineSample rank={-1} length={46} />{t.disputedNote}</li>
          </ul>
        </section>
        <section>
          <h3 className="heading">{t.widths}</h3>
          <ul>
            {[1, 2, 3, 4, 5].map((width) => <li key={width}><LineSample rank={6} width={width} length={46} />{width === 1 ? t.hairlineNote : `${width - 1}${width === 5 ? " or more" : ""}`}</li>)}
          </ul>
          <h3 className="heading" style={{ marginBlockStart: 14 }}>{t.marks}</h3>
          <ul>
            <Mark text={t.contestedNote}><path d="M0 8h46" /><circle cx="23" cy="8" r="4.500" fill="var(--warning)" stroke="none" /></Mark>
            <Mark text={t.openEndNote}><path d="M0 8h33" /><circle cx="38" cy="8" r="5" /></Mark>
            <Mark text={t.inferredNote}><path d="M0 8h35M36 3l8 5-8 5z" /></Mark>
          </ul>
        </section>
        <section>
          <h3 className="heading">{t.nodes}</h3>
          <ul style={{ columns: 2 }}>
            {ENTITY_TYPES.map((type) => <li key={type}><EntityMark type={type} />{words.type[type]}</li>)}
          </ul>
          <ul><li><EntityMark type="Person" vague />{t.dashed}</li></ul>
        </section>
      </div>
      {filters.length > 0 && <p>{filters.join("; ")}</p>}
      <p className="meta">{knowledge}</p>
    </div>
  );
}
