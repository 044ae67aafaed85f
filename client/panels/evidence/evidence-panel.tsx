/** The evidence of a claim, in the order of interface.md. */
import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { evidenceQuery } from '../../api/queries.ts';
import { ApiError } from '../../api/api-error.ts';
import type { EvidenceView } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { addToDossier } from '../../acts/compose-dossier.ts';
import { drawClaims } from '../../acts/run-question.ts';
import { EditButton } from '../../desk/forms/edit-button.tsx';
import { isDrawable, neededEntities } from '../../../server/domain/picturing/drawn/drawable.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { useView } from '../../state/store.ts';
import { originsFigure } from '../../ui/figures.tsx';
import { Await } from '../../ui/states.tsx';
import { Explained, Term, type TermName, withQuotes } from '../../ui/term.tsx';
import { useDrawnClocks } from '../../state/use-drawn-clocks.ts';
import { words } from '../../i18n/messages.ts';
import { HistoryButton } from '../changes/history-button.tsx';
import { NotesOn } from '../notebook/notes-on.tsx';
import { PanelHead } from '../panel-head.tsx';
import { Answers, NotEstablished, Values } from './beside.tsx';
import { Ends } from './ends.tsx';
import { HoldingUp } from '../what-if/holding-up.tsx';
import { StrikeButton } from '../what-if/strike-button.tsx';
import { HoldsUp, OnPath } from './holds-up.tsx';
import { Ladder } from './ladder.tsx';
import { type Focus, OriginCards } from './origin-cards.tsx';
import { Rivals } from './rivals.tsx';

const t = words.evidence;

export function EvidencePanel({ id }: { id: string }) {
  const clocks = useDrawnClocks();
  const asked = useQuery(evidenceQuery(id, clocks));
  if (asked.error instanceof ApiError && asked.error.code === 'not-found')
    return (
      <>
        <PanelHead chips={[[t.claim, '']]} />
        <NotThere />
      </>
    );
  return (
    <>
      <PanelHead chips={asked.data ? [[words.group[asked.data.claim.group], 'accent'], [t.claim, ''], ...flagsOf(asked.data)] : [[t.claim, '']]} />
      <div className="scroll" key={id} tabIndex={0} role="region" aria-label={words.app.right}>
        <Await asked={asked} rows={9}>
          {(evidence) => <Evidence evidence={evidence} />}
        </Await>
      </div>
    </>
  );
}

/** Says that the dates leave the claim out, and offers to stand at today. */
function NotThere() {
  const deps = useDeps();
  const dated = useView((s) => Object.keys(s.history.present.clocks).length > 0);
  return (
    <div className="notice">
      <p>{dated ? t.notThere : t.goneNow}</p>
      {dated && (
        <button type="button" className="btn" onClick={() => deps.store.dispatch({ type: 'clocks', words: words.acts.clocks, clocks: {} })}>
          {words.clocks.clear}
        </button>
      )}
    </div>
  );
}

const TERM_OF = { origins: 'origin', uninvolved: 'uninvolved', citations: 'citation' } as const satisfies Record<Focus, TermName>;

function flagsOf({ claim }: EvidenceView): [string, string][] {
  return [
    ...(['intended', 'attempted', 'expected'] as const).filter((flag) => claim[flag]).map((flag): [string, string] => [t.flags[flag], '']),
    ...(claim.contested ? [[t.contested, 'warning'] as [string, string]] : []),
  ];
}

/** The passage to show: chosen by a footnote outside the panel, or by a step, value or response in it. It is scrolled into view and gets the focus. */
function usePointed(): [string | undefined, (citation: string) => void] {
  const asked = useView((s) => {
    const panel = s.panels.at(-1);
    return panel?.kind === 'claim' ? panel.citation : undefined;
  });
  const [pointed, setPointed] = useState({ citation: asked, times: 0 });
  useEffect(() => setPointed((last) => ({ citation: asked, times: last.times + 1 })), [asked]);
  useEffect(() => {
    const passage = pointed.citation === undefined ? null : document.getElementById(pointed.citation);
    passage?.scrollIntoView({ block: 'center' });
    passage?.focus({ preventScroll: true });
  }, [pointed]);
  return [pointed.citation, (citation) => setPointed((last) => ({ citation, times: last.times + 1 }))];
}

function Evidence({ evidence }: { evidence: EvidenceView }) {
  const deps = useDeps();
  const [focus, setFocus] = useState<Focus | undefined>();
  const [pointed, setPointed] = usePointed();
  const point = (citation: string): void => {
    setFocus(undefined);
    setPointed(citation);
  };
  const { claim } = evidence;
  const drawnHere = useView((s) => s.history.present.canvas.claims.includes(claim.id));
  const canDraw = neededEntities(claim).length > 0 && isDrawable(claim, new Set(neededEntities(claim)));
  const figures: [Focus, string, string][] = [
    ['origins', originsFigure(claim), t.origin(claim.origins)],
    ['uninvolved', String(claim.uninvolvedOrigins), t.uninvolved],
    ['citations', String(claim.citations), t.citations(claim.citations)],
  ];
  const beside = { evidence, pointed, onPoint: point };
  const heading = focus === 'citations' ? t.allPassages : t.byOrigin;
  return (
    <>
      <h2 className="proposition" lang="en" dir="ltr">
        {claim.sentence}
      </h2>
      <Ends evidence={evidence}>
        {!drawnHere && canDraw && (
          <button type="button" className="btn small" onClick={() => drawClaims(deps, words.acts.claims, evidence.ends, [claim])}>
            {t.place}
          </button>
        )}
        <button type="button" className="btn small" data-add-to-dossier onClick={() => addToDossier(deps, [{ kind: 'claim', id: claim.id }])}>
          {words.dossier.addShort}
        </button>
        <StrikeButton kind="claim" id={claim.id} name={words.whatIf.oneClaim} />
      </Ends>
      <OnPath claim={claim.id} />
      <Ladder evidence={evidence} onPoint={point} />
      <div className="figures" data-tour="figures">
        {figures.map(([key, n, label]) => (
          <Explained key={key} term={TERM_OF[key]}>
            <button type="button" aria-pressed={focus === key} onClick={() => setFocus(focus === key ? undefined : key)}>
              <b>{n}</b>
              {label}
            </button>
          </Explained>
        ))}
      </div>
      <section className="block" aria-label={heading}>
        <h3 className="heading">{heading}</h3>
        {focus === 'uninvolved' && claim.uninvolvedOrigins === 0 ? (
          <Involved evidence={evidence} />
        ) : (
          <OriginCards evidence={evidence} focus={focus} pointed={pointed} onUnfold={() => setFocus(undefined)} />
        )}
        <div style={{ blockSize: 10 }} />
        <Answers {...beside} />
      </section>
      {claim.contested && (
        <section className="block">
          <h3 className="heading">
            <Term term="contested">{t.contested}</Term>
          </h3>
          <p className="meta">{[...new Set(evidence.contestedBy.map((reason) => t.contestedBy[reason.kind] ?? reason.kind))].join(' · ')}</p>
        </section>
      )}
      <Rivals evidence={evidence} />
      <NotEstablished evidence={evidence} />
      <Values {...beside} />
      <HoldsUp claim={claim.id} />
      <HoldingUp of={{ kind: 'claim', id: claim.id }} />
      <NotesOn about={{ kind: 'claim', id: claim.id }} />
      <section className="block">
        <h3 className="heading">{t.predicate}</h3>
        <p className="meta" lang="en" dir="ltr">
          <strong>{claim.label}</strong>: {withQuotes(evidence.predicate.definition)}
        </p>
        <p className="meta" dir="auto">
          {t.misuse}: <span lang="en">{withQuotes(evidence.predicate.misuse)}</span>
        </p>
        <p className="meta" style={{ marginBlockStart: 10 }} lang="en">
          {evidence.knowledge}
        </p>
        <p className="row wrap" style={{ marginBlockStart: 10 }}>
          <EditButton kind="claim" id={claim.id} />
          <button type="button" className="btn small" onClick={() => openForms.open({ form: 'claim', claim: claim.id })}>
            {words.claimForm.addPassage}
          </button>
          <EditButton kind="predicate" id={evidence.predicate.id} of={claim.label} />
          <HistoryButton kind="claim" id={claim.id} />
        </p>
      </section>
    </>
  );
}

/** The reasons beside an origin count of 0 uninvolved, in order. */
function Involved({ evidence }: { evidence: EvidenceView }) {
  return (
    <div className="card">
      <header>{t.involved}</header>
      {evidence.involved.map((reason) => (
        <p className="foot" key={`${reason.voice.id} ${reason.reason} ${reason.detail}`} dir="auto">
          <strong lang="en">{reason.voice.name}</strong> ({reason.reason}, {t.reason[reason.reason]}): <span lang="en">{reason.detail}</span>
        </p>
      ))}
    </div>
  );
}
