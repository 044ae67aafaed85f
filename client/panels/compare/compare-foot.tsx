/** What stands below the drawing while two states are compared: the line of texts, where the two are dates of publication, and the keys. */
import { comparedClock, comparedKind } from './compared-sides.ts';
import { CompareSlider } from './compare-slider.tsx';
import { words } from '../../i18n/messages.ts';
import type { Comparison } from '../../state/view.ts';

const t = words.compare;

export function CompareFoot({ compare }: { compare: Comparison }) {
  const isPublished = compare.draft === undefined && comparedKind(compare) === 'dates' && comparedClock(compare) === 'published';
  return (
    <div className="compare-foot">
      {isPublished ? (
        <CompareSlider compare={compare} />
      ) : (
        <div className="legend-inks" role="group" aria-label={t.legend}>
          {(['before', 'after'] as const).map((side) => (
            <span key={side}>
              <i className={`ink line ${side}`} aria-hidden /> {(compare.draft === undefined ? t.onlyIn : t.onlyWith)[side]}
            </span>
          ))}
          <span>
            <i className="ink line both" aria-hidden /> {t.inBoth}
          </span>
        </div>
      )}
      <p className="meta keys">{t.keys}</p>
    </div>
  );
}
