/** Citations by origin: each voice with the marks of its stake and its passages; folded, or by the source read. */
import { IconFileText, IconHelpCircle, IconShield } from '@tabler/icons-react';
import type { EvidenceView } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { words } from '../../i18n/messages.ts';
import { Passage } from './passage.tsx';
import type { Staked } from './way-chart.tsx';

export type Focus = 'origins' | 'uninvolved' | 'citations';
const t = words.evidence;

/** Voices that are not uninvolved, each with its reasons in one line, and whether all that is known is that its stake is unclear. */
function stakedOf({ involved }: EvidenceView): Map<string, Staked> {
  const staked = new Map<string, EvidenceView['involved']>();
  for (const one of involved) staked.set(one.voice.id, [...(staked.get(one.voice.id) ?? []), one]);
  return new Map(
    [...staked].map(([voice, reasons]) => [
      voice,
      { why: [...new Set(reasons.map(({ detail }) => detail))].join('; '), unclear: reasons.every(({ reason }) => reason === 'a') },
    ]),
  );
}

interface Props {
  evidence: EvidenceView;
  focus?: Focus;
  pointed?: string;
  onUnfold: () => void;
}

export function OriginCards(props: Props) {
  const { evidence, focus } = props;
  if (focus === 'citations') return <BySource {...props} />;
  const groups = focus === 'uninvolved' ? evidence.origins.filter((g) => g.uninvolved) : evidence.origins;
  return (
    <>
      {groups.map((group) => (
        <Origin key={group.voice?.id ?? 'not-established'} group={group} {...props} />
      ))}
    </>
  );
}

function Origin({ group, evidence, focus, pointed, onUnfold }: Props & { group: EvidenceView['origins'][number] }) {
  const deps = useDeps();
  const { voice } = group;
  const staked = stakedOf(evidence);
  const reasons = evidence.involved.filter((reason) => group.citations.some((c) => c.way.some((step) => step.voice.id === reason.voice.id)));
  const distinct = [...new Map(reasons.map((r) => [`${r.voice.id} ${r.detail}`, r])).values()];
  return (
    <section className="card" aria-label={voice?.name ?? t.notEstablished}>
      <header>
        {voice ? <IconShield size={17} stroke={1.7} aria-hidden /> : <IconHelpCircle size={17} stroke={1.7} aria-hidden />}
        {voice ? (
          <button
            type="button"
            className="link"
            style={{ color: 'inherit' }}
            lang="en"
            dir="auto"
            onClick={() => openPanel(deps, { kind: 'voice', id: voice.id })}
          >
            {voice.name}
          </button>
        ) : (
          <span>{t.notEstablished}</span>
        )}
        {group.marks.map((mark) => (
          <span key={mark} className="chip warning">
            {t.mark[mark] ?? mark}
          </span>
        ))}
        {group.uninvolved && <span className="chip">{t.uninvolved}</span>}
      </header>
      {!voice && <p className="why">{t.notEstablishedWhy}</p>}
      {!group.uninvolved && distinct.length > 0 && (
        <ul className="why" aria-label={t.involved}>
          {distinct.map((r) => (
            <li key={`${r.voice.id} ${r.detail}`} lang="en" dir="auto">
              {r.voice.id === voice?.id ? '' : `${r.voice.name}: `}
              {r.detail}
            </li>
          ))}
        </ul>
      )}
      {focus === 'origins' ? (
        <p className="foot">
          <button type="button" className="link" onClick={onUnfold}>
            {t.passages(group.citations.length)}
          </button>
        </p>
      ) : (
        group.citations.map((citation) => (
          <Passage
            key={citation.id}
            citation={citation}
            pointed={citation.id === pointed}
            staked={voice && staked.has(voice.id) ? without(staked, voice.id) : staked}
          />
        ))
      )}
    </section>
  );
}

/** Without the voice of the card, whose stake its head already shows. */
function without(staked: ReadonlyMap<string, Staked>, voice: string): Map<string, Staked> {
  return new Map([...staked].filter(([id]) => id !== voice));
}

function BySource({ evidence, pointed }: Props) {
  const citations = evidence.origins.flatMap((group) => group.citations);
  const staked = stakedOf(evidence);
  return (
    <>
      {[...new Set(citations.map((c) => c.source))].map((source) => {
        const held = citations.filter((c) => c.source === source);
        const title = held[0]?.sourceTitle ?? source;
        return (
          <section className="card" key={source} aria-label={title}>
            <header>
              <IconFileText size={17} stroke={1.7} aria-hidden />
              <span>
                {t.readIn}{' '}
                <span lang="en" dir="auto">
                  {title}
                </span>
              </span>
              <span className="chip">{t.passages(held.length)}</span>
            </header>
            {held.map((citation) => (
              <Passage key={citation.id} citation={citation} pointed={citation.id === pointed} staked={staked} />
            ))}
          </section>
        );
      })}
    </>
  );
}
