/** A claim that differs between two states: its mark, its sentence, how it stood and stands, and what changed in words. */
import type { ComparedClaim } from '../../../server/contract/routes/compare.ts';
import { MARK_SIGNS } from '../../state/marks/mark-signs.ts';
import { words } from '../../i18n/messages.ts';
import { LineSample, originsText } from '../../ui/figures.tsx';

const t = words.compare;
type Standing = NonNullable<ComparedClaim['before']>;

export function ComparedRow({
  claim,
  current,
  onChoose,
  onOpen,
}: {
  claim: ComparedClaim;
  current: boolean;
  onChoose: () => void;
  /** Absent: it is in a draft alone, and has no evidence on record. */ onOpen?: (() => void) | undefined;
}) {
  const mark = claim.struck ?? (claim.kind === 'same' ? 'changed' : claim.kind);
  const [was, is] = [claim.before, claim.after];
  const moved = was !== undefined && is !== undefined && (was.told !== is.told || was.rank !== is.rank);
  const figures = (one: Standing): string => t.figures(originsText(one), one.uninvolvedOrigins);
  const same = was && is && figures(was) === figures(is);
  const only = is ?? was;
  return (
    <div className="compared-row" data-claim={claim.id} aria-current={current || undefined}>
      <button type="button" className="compared-main" onClick={onChoose}>
        <span className="mark-sign" data-mark={mark}>
          <span aria-hidden>{MARK_SIGNS[mark] || '='}</span>
          <span className="visually-hidden">{t.mark[mark]}</span>
        </span>
        <span>
          <span className="said" lang="en" dir="ltr">
            {claim.sentence}
          </span>
          <span className="meta compared-standing" lang="en" dir="ltr">
            {moved ? (
              <>
                <LineSample rank={was.rank} /> {was.told} <span aria-label={t.then}>→</span> <LineSample rank={is.rank} /> {is.told}
              </>
            ) : (
              only && (
                <>
                  <LineSample rank={only.rank} /> {only.told}
                </>
              )
            )}
            {was && is && !same ? ` · ${figures(was)} → ${figures(is)}` : only && ` · ${figures(only)}`}
          </span>
          {claim.told.length > 0 && (
            <span className={claim.changes.includes('contested') ? 'meta contested' : 'meta'} lang="en" dir="ltr">
              {claim.told.join(' · ')}
            </span>
          )}
        </span>
      </button>
      {onOpen && (
        <button type="button" className="btn ghost small" onClick={onOpen}>
          {t.evidence}
          <span className="visually-hidden">: {claim.sentence}</span>
        </button>
      )}
    </div>
  );
}
