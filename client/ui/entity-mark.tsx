/** The shape and icon of an entity's type in lists, the same as on the canvas. */
import type { EntityType } from '../../server/domain/model/lists.ts';
import { ICON_PATHS } from '../../server/domain/picturing/look/type-shapes.ts';

const BODY: Record<EntityType, string> = {
  Person: 'M12 1.500a10.500 10.500 0 1 0 .01 0z',
  Group: 'M12 1.500a10.500 10.500 0 1 0 .01 0z',
  Event: 'M12 1.500a10.500 10.500 0 1 0 .01 0z',
  Gang: 'M6.500 2.500h11l5.500 9.500-5.500 9.500h-11L1 12z',
  Agency: 'M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z',
  Organization: 'M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z',
  Country: 'M12 1.200l10.800 7.900-4.100 12.700H5.300L1.200 9.100z',
  Place: 'M1.500 3.500h14L22.500 12l-7 8.500h-14z',
  Case: 'M1.500 3.500h14L22.500 12l-7 8.500h-14z',
  Measure: 'M1.500 3.500h14L22.500 12l-7 8.500h-14z',
  Plot: 'M12 .8L23.200 12 12 23.200.8 12z',
  Item: 'M2.500 2.500h19v19h-19z',
};

export function EntityMark({ type, vague = false }: { type: EntityType; vague?: boolean }) {
  return (
    <svg className={`shape${type === 'Plot' ? ' plot' : ''}`} viewBox="-1 -1 26 26" fill="none" stroke="currentColor" aria-hidden="true" focusable="false">
      <path d={BODY[type]} strokeWidth={1.5} strokeDasharray={vague ? '3 2.500' : undefined} />
      <g transform="translate(6.200 6.200) scale(.483)" strokeWidth={2.4} strokeLinecap="round" strokeLinejoin="round">
        {ICON_PATHS[type].map((d) => (
          <path key={d} d={d} />
        ))}
      </g>
    </svg>
  );
}
