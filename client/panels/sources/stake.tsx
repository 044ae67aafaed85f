/** The stake of a voice: in which entity, as what, and why. */
import type { VoiceView } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openEntity } from '../../acts/open-things.ts';
import { words } from '../../i18n/messages.ts';

const t = words.lists;

/** A stake in words: "accuser as to Iran, party throughout". */
export function stakeText(stake: VoiceView['stake']): string {
  if (stake === 'none') return t.noStake;
  if (stake === 'unclear') return t.unclear;
  return stake.map((entry) => (entry.entity ? t.stakeIn(entry.as, entry.entity.name) : t.stakeAll(entry.as))).join(', ');
}

export function Stake({ stake }: { stake: VoiceView['stake'] }) {
  const deps = useDeps();
  return (
    <section className="block" aria-label={t.stake}>
      <h3 className="heading">{t.stake}</h3>
      {typeof stake === 'string' ? (
        <p>{stakeText(stake)}</p>
      ) : (
        <ul className="stakes">
          {stake.map(({ as, entity, why }) => (
            <li key={`${as} ${entity?.id ?? 'all'}`}>
              <span className="chip warning">{t.stakeAs[as] ?? as}</span>
              <span>
                {entity ? (
                  <>
                    {t.asTo}{' '}
                    <button type="button" className="link" lang="en" dir="auto" onClick={() => openEntity(deps, entity.id)}>
                      {entity.name}
                    </button>
                  </>
                ) : (
                  t.throughout
                )}
                <span className="meta" lang="en" dir="auto">
                  : {why}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
