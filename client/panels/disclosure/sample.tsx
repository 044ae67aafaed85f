/** The sample beside an entry of the legend, drawn as on the canvas. */
import { MARK_SIGNS } from '../../state/marks/mark-signs.ts';
import type { Encoding } from '../../state/filters/legend.ts';
import { LineSample } from '../../ui/figures.tsx';
import { widthOf } from '../../../server/domain/picturing/look/palette.ts';

const MARKS = {
  contested: (
    <>
      <path d="M0 8h46" />
      <circle cx="23" cy="8" r="4.500" fill="var(--warning)" stroke="none" />
    </>
  ),
  open: (
    <>
      <path d="M0 8h33" />
      <circle cx="38" cy="8" r="5" />
    </>
  ),
  inferred: <path d="M0 8h35M36 3l8 5-8 5z" />,
  uncertain: (
    <>
      <path d="M0 8h14M32 8h14" />
      <path d="M17 10c2-5 4-5 6-2s4 3 6-2" />
    </>
  ),
};

export function Sample({ sample, length }: { sample: Encoding['sample']; length: number }) {
  if ('sign' in sample)
    return (
      <span className="mark-sign" data-mark={sample.sign} aria-hidden>
        {MARK_SIGNS[sample.sign] || '='}
      </span>
    );
  if ('rank' in sample) return <LineSample rank={sample.rank} length={length} />;
  if ('width' in sample) return <LineSample rank={6} width={widthOf(sample.width)} length={length} />;
  return (
    <svg width={length} height={(length * 16) / 46} viewBox="0 0 46 16" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      {MARKS[sample.mark]}
    </svg>
  );
}
