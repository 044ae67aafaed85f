/** What is shown beside a claim: disputes, responses, values in columns, and what was not established. */
import { IconMessageReply } from '@tabler/icons-react';
import type { CitationView, EvidenceView } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim, openEntity } from '../../acts/open-things.ts';
import { words } from '../../i18n/messages.ts';
import { Passage } from './passage.tsx';

const t = words.evidence;
interface Props {
  evidence: EvidenceView;
  pointed?: string;
  onPoint: (citation: string) => void;
}

/** Every passage that the panel shows, by citation id. */
function passagesOf({ origins, disputes }: EvidenceView): Map<string, CitationView> {
  return new Map([...origins.flatMap((group) => group.citations), ...disputes].map((citation) => [citation.id, citation]));
}

/** Links to passages of the panel, by citation ids; ids not shown in the panel are left out. */
function Given({ ids, evidence, onPoint }: { ids: readonly string[] } & Props) {
  const passages = passagesOf(evidence);
  return (
    <>
      {ids
        .flatMap((id) => passages.get(id) ?? [])
        .map((citation) => (
          <button key={citation.id} type="button" className="link given" lang="en" dir="ltr" title={citation.sourceTitle} onClick={() => onPoint(citation.id)}>
            {[citation.way[0]?.voice.name ?? citation.sourceTitle, citation.place].filter((part) => part !== '').join(', ')}
          </button>
        ))}
    </>
  );
}

export function Answers(props: Props) {
  const { evidence, pointed } = props;
  const deps = useDeps();
  if (evidence.responses.length === 0 && evidence.disputes.length === 0) return null;
  const none = evidence.responses.every((response) => !response.onRecord);
  return (
    <section className="card" aria-label={t.answers}>
      <header>
        <IconMessageReply size={17} stroke={1.7} aria-hidden />
        <span>{t.answers}</span>
        <span className={none ? 'chip' : 'chip accent'}>{none ? t.noneOnRecord : t.onRecord}</span>
      </header>
      {evidence.responses.map(({ entity, text, citations }) => (
        <p key={entity.id} className="foot" lang="en" dir="ltr">
          {text.startsWith(entity.name) ? (
            <>
              <button type="button" className="link" onClick={() => openEntity(deps, entity.id)}>
                {entity.name}
              </button>
              {text.slice(entity.name.length)}
            </>
          ) : (
            text
          )}{' '}
          <Given ids={citations} {...props} />
        </p>
      ))}
      {evidence.disputes.map((citation) => (
        <Passage key={citation.id} citation={citation} pointed={citation.id === pointed} />
      ))}
    </section>
  );
}

/** Values that differ between sources, each in a column with its passages, followed by the other values. */
export function Values(props: Props) {
  const { evidence } = props;
  if (evidence.values.length === 0) return null;
  const differing = new Set(evidence.contestedBy.filter((reason) => reason.kind === 'values').map((reason) => reason.field));
  const differs = ({ field }: EvidenceView['values'][number]): boolean => differing.has(field) || differing.has(undefined);
  return (
    <>
      <ValueColumns title={t.values} values={evidence.values.filter(differs)} {...props} />
      <ValueColumns title={t.narrowed} values={evidence.values.filter((value) => !differs(value))} {...props} />
    </>
  );
}

function ValueColumns({ title, values, ...props }: Props & { title: string; values: EvidenceView['values'] }) {
  if (values.length === 0) return null;
  return (
    <section className="block" aria-label={title}>
      <h3 className="heading">{title}</h3>
      <div className="columns">
        {values.map((value) => (
          <div key={`${value.field} ${value.text}`}>
            <span className="meta">{t.value[value.field]}</span>
            <div className="value" lang="en">
              {value.text}
            </div>
            {t.basis[value.basis] && <p className="meta">{t.basis[value.basis]}</p>}
            <p className="meta">
              <Given ids={value.citations} {...props} />
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}

export function NotEstablished({ evidence }: { evidence: EvidenceView }) {
  const deps = useDeps();
  if (evidence.notEstablished.length === 0) return null;
  return (
    <section className="block" aria-label={t.beside}>
      <h3 className="heading">{t.beside}</h3>
      <div className="columns">
        {evidence.notEstablished.map((claim) => (
          <button type="button" key={claim.id} onClick={() => openClaim(deps, claim.id)}>
            <span className="said" lang="en" dir="ltr">
              {claim.sentence}
            </span>
          </button>
        ))}
      </div>
      <p className="meta" style={{ marginBlockStart: 6 }}>
        {t.besideWhy}
      </p>
    </section>
  );
}
