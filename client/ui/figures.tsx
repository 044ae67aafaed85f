/** Figures in words, and line samples that show the encoding of the canvas in lists. */
import { DASHES, PALETTES } from '../../server/domain/picturing/look/palette.ts';
import { useScheme } from './use-scheme.ts';
import { count } from '../i18n/counting.ts';

export interface OriginFigures {
  origins: number;
  originsOpen: boolean;
}
/** "0+?", "1", "2+?" */
export function originsFigure({ origins, originsOpen }: OriginFigures): string {
  return originsOpen ? `${origins}+?` : String(origins);
}
/** "1 origin", "0+? origins". */
export function originsText(figures: OriginFigures): string {
  return figures.originsOpen ? `${originsFigure(figures)} origins` : count(figures.origins, 'origin');
}

/** A sample of an edge as the canvas draws it. */
export function LineSample({ rank, width = 2.5, length = 30 }: { rank: number; width?: number; length?: number }) {
  const scheme = useScheme();
  const palette = PALETTES[scheme];
  const colour = rank < 0 ? palette.muted : palette.standing[rank];
  return (
    <svg className="line-sample" width={length} height={10} viewBox={`0 0 ${length} 10`} aria-hidden="true" focusable="false">
      <line
        x1={0}
        y1={5}
        x2={length}
        y2={5}
        stroke={colour}
        strokeWidth={rank < 0 ? 1.2 : width}
        strokeDasharray={rank < 0 ? undefined : DASHES[rank]?.join(' ')}
      />
      {rank < 0 && <path d={`M${length / 2 - 4} 1l8 8M${length / 2 + 4} 1l-8 8`} stroke={palette.danger} strokeWidth={1.4} />}
    </svg>
  );
}
