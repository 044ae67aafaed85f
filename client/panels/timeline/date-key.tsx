/** How a date is drawn: a sample of each kind of mark, in words. */
import { dayNumber } from '../../../server/domain/dates/calendar.ts';
import { PALETTES } from '../../../server/domain/picturing/look/palette.ts';
import { useScheme } from '../../ui/use-scheme.ts';
import { words } from '../../i18n/messages.ts';
import type { Mark } from './time-marks.ts';
import type { Span } from './time-span.ts';
import { Crowd, Track } from './track.tsx';

const t = words.timeline.drawn;
const WIDTH = 60;
/** A sample of 60 days on 60 px. */
const SPAN: Span = { from: dayNumber(2022, 1, 1), to: dayNumber(2022, 1, 1) + WIDTH };
const DAY = SPAN.from + 30;

const usual: Mark = { key: 'sample', kind: 'date', from: DAY, to: DAY, about: false, unsure: false, rank: 4, counts: true, seen: 'in', text: '', tag: '' };
const long = { from: DAY - 15, to: DAY + 15 };
const SAMPLES: readonly [words: string, mark: Partial<Mark>][] = [
  [t.day, {}],
  [t.long, long],
  [t.step, { kind: 'step' }],
  [t.open, { from: undefined, to: DAY + 15 }],
  [t.about, { ...long, about: true }],
  [t.unsure, { ...long, unsure: true }],
  [t.later, { ...long, seen: 'later' }],
];
const CROWD = Array.from({ length: 40 }, (_, i) => ({
  ...usual,
  from: SPAN.from + ((i * 17) % 31) + ((i * 7) % 29),
  to: SPAN.from + ((i * 17) % 31) + ((i * 7) % 29),
}));

export function DateKey() {
  const palette = PALETTES[useScheme()];
  return (
    <div className="date-key">
      <p className="heading">{words.timeline.key}</p>
      <ul>
        {SAMPLES.map(([said, mark]) => (
          <li key={said}>
            <span className="sample" aria-hidden>
              <Track marks={[{ mark: { ...usual, ...mark } as Mark, tag: '' }]} span={SPAN} width={WIDTH} palette={palette} />
            </span>
            {said}
          </li>
        ))}
        <li>
          <span className="sample" aria-hidden>
            <Crowd marks={CROWD} span={SPAN} width={WIDTH} height={20} step={4} />
          </span>
          {t.crowd}
        </li>
      </ul>
    </div>
  );
}
