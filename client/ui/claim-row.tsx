/** A claim in a list: its line sample, sentence, standing and figures. A click opens its evidence. */
import { words } from '../i18n/messages.ts';
import { LineSample, type OriginFigures, originsText } from './figures.tsx';
import { widthOf } from '../../server/domain/picturing/look/palette.ts';
import type { StandingLevel } from '../../server/domain/model/figures.ts';

export interface ClaimLine extends OriginFigures {
  id: string;
  sentence: string;
  level: StandingLevel;
  rank: number;
  uninvolvedOrigins: number;
  contested: boolean;
  originsAtStanding?: number;
}

export function ClaimRow({ claim, current, onOpen }: { claim: ClaimLine; current?: boolean; onOpen: (id: string) => void }) {
  return (
    <button type="button" className="claim-row" aria-current={current || undefined} onClick={() => onOpen(claim.id)}>
      <LineSample rank={claim.rank} width={Math.min(4, widthOf(claim.originsAtStanding ?? claim.origins))} />
      <span>
        <span className="said" lang="en" dir="ltr">
          {claim.sentence}
        </span>
        <span className="meta" style={{ display: 'block' }}>
          {words.standing[claim.level]} · {originsText(claim)}, {claim.uninvolvedOrigins} {words.evidence.uninvolved}
          {claim.contested && (
            <>
              {' '}
              · <span style={{ color: 'var(--warning)' }}>{words.evidence.contested}</span>
            </>
          )}
        </span>
      </span>
    </button>
  );
}
