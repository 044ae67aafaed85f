/** One paragraph: its number, its words with what is marked in them, and in the margin what is cited from it. */
import { memo, useState, type ReactNode } from 'react';
import type { PassageRead } from '../../api/queries-texts.ts';
import { placesIn } from '../../../server/domain/texts/text-mark.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { openNamed } from './open-named.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { LineSample } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';
import type { DraftedPassage } from './drafted-in.ts';
import { piecesOf, type Piece } from './pieces-of.ts';
import { PARAGRAPH } from './selected-words.ts';
import type { ShownInText } from './shown-in-text.ts';
import type { ReadParagraph } from './use-reading.ts';

const t = words.desk;
/** Claims in the margin of a paragraph before the others fold. */
const MOST_IN_MARGIN = 6;
/** How the ids of passages begin that are only drafted. */
const DRAFTED = 'draft ';
const NONE: readonly DraftedPassage[] = [];

export interface ParagraphRowProps {
  paragraph: ReadParagraph;
  language: string;
  shown: ShownInText;
  current: boolean;
  /** The citation whose passage is lit. */
  cite?: string;
  /** What stands in the margin before the claims. */
  acts?: ReactNode;
  names: ReadonlyMap<string, string>;
  /** What the drafts do here. */
  drafted?: readonly DraftedPassage[] | undefined;
  onStep: (number: number, cite?: string) => void;
}

export const ParagraphRow = memo(function ParagraphRow({ paragraph, language, shown, current, cite, acts, names, drafted = NONE, onStep }: ParagraphRowProps) {
  const deps = useDeps();
  const { number, text, passages } = paragraph;
  const pieces = piecesFor(paragraph, shown, drafted);
  const onClick = (event: React.MouseEvent): void => {
    const entity = (event.target as Element).closest<HTMLElement>('[data-entity]')?.dataset['entity'];
    const isSelecting = !(document.getSelection()?.isCollapsed ?? true);
    if (isSelecting) return;
    onStep(number);
    if (entity !== undefined) openNamed(deps, entity);
  };
  return (
    <li className={`paragraph${passages.length === 0 ? ' uncited' : ''}`} id={`p${number}`} aria-current={current || undefined} tabIndex={-1}>
      <span className="number" aria-hidden>
        {number}
      </span>
      <p {...{ [PARAGRAPH]: number }} lang={language} dir="auto" aria-label={undefined} onClick={onClick}>
        {pieces.map((piece, i) => (
          <Words key={i} piece={piece} names={names} lit={cite !== undefined && piece.citations.includes(cite)} />
        ))}
      </p>
      <div className="margin">
        {acts}
        <Margin
          passages={passages}
          cite={cite}
          onOpen={(passage) => {
            onStep(number, passage.citation.id);
            openClaim(deps, passage.claim.id, passage.citation.id);
          }}
        />
        {drafted.map(({ entry, did }, n) => (
          <DraftedClaim
            key={`${entry.id} ${n}`}
            name={entry.name}
            did={did}
            onOpen={did === 'removed' && !entry.record ? undefined : () => openForms.open({ form: 'edit', kind: 'claim', id: entry.id })}
          />
        ))}
        {text !== '' && passages.length + drafted.length === 0 && <p className="meta">{t.carriesNothing}</p>}
      </div>
    </li>
  );
});

function piecesFor({ text, passages, names, possible }: ReadParagraph, shown: ShownInText, drafted: readonly DraftedPassage[]): Piece[] {
  const { unitsOf } = placesIn(text);
  return piecesOf(text, {
    // A citation without a mark is of the whole paragraph.
    passages: shown.passages
      ? [
          ...passages.map(({ citation }) => ({ ...(citation.mark ? unitsOf(citation.mark) : { start: 0, end: text.length }), citation: citation.id })),
          ...drafted.flatMap(({ mark }, n) => (mark ? [{ ...unitsOf(mark), citation: `${DRAFTED}${n}` }] : [])),
        ]
      : [],
    names: shown.names ? names.map((name) => ({ ...unitsOf(name), entities: name.entities })) : [],
    possible: shown.possible ? possible.map(unitsOf) : [],
  });
}

function Words({ piece, names, lit }: { piece: Piece; names: ReadonlyMap<string, string>; lit: boolean }) {
  const [entity, ...others] = piece.entities ?? [];
  const inner =
    entity !== undefined ? (
      <span className="known" data-entity={entity} title={[entity, ...others].map((id) => names.get(id) ?? id).join('; ')}>
        {piece.text}
      </span>
    ) : piece.possible ? (
      <span className="possible">{piece.text}</span>
    ) : (
      piece.text
    );
  if (piece.citations.length === 0) return inner;
  const onlyDrafted = piece.citations.every((id) => id.startsWith(DRAFTED));
  return <mark className={lit ? 'lit' : onlyDrafted ? 'drafted' : undefined}>{inner}</mark>;
}

/** A claim that the draft makes, changes or takes away here: it is not of the case yet. */
function DraftedClaim({ name, did, onOpen }: { name: string; did: DraftedPassage['did']; onOpen: (() => void) | undefined }) {
  const says = (
    <span>
      <span className="said" lang="en" dir="auto">
        {name}
      </span>
      <span className="meta">
        {words.draft.short} · {words.draft.marks[did]}
      </span>
    </span>
  );
  if (!onOpen) return <div className="margin-claim drafted">{says}</div>;
  return (
    <button type="button" className="margin-claim drafted" onClick={onOpen}>
      {says}
    </button>
  );
}

/** The claims cited here, each once; those of several passages say so. */
function Margin({ passages, cite, onOpen }: { passages: readonly PassageRead[]; cite?: string; onOpen: (passage: PassageRead) => void }) {
  const [all, setAll] = useState(false);
  const claims = new Map<string, PassageRead[]>();
  for (const passage of passages) {
    const others = claims.get(passage.claim.id);
    if (others) others.push(passage);
    else claims.set(passage.claim.id, [passage]);
  }
  const rows = [...claims.values()];
  const folded = !all && rows.length > MOST_IN_MARGIN + 1 && !rows.slice(MOST_IN_MARGIN).some((row) => row.some(({ citation }) => citation.id === cite));
  return (
    <>
      {(folded ? rows.slice(0, MOST_IN_MARGIN) : rows).map((row) => (
        <MarginClaim key={row[0]!.claim.id} row={row} cite={cite} onOpen={onOpen} />
      ))}
      {folded && (
        <button type="button" className="link meta" onClick={() => setAll(true)}>
          {t.moreHere(rows.length - MOST_IN_MARGIN)}
        </button>
      )}
      {all && (
        <button type="button" className="link meta" onClick={() => setAll(false)}>
          {t.fewerHere}
        </button>
      )}
    </>
  );
}

function MarginClaim({ row, cite, onOpen }: { row: readonly PassageRead[]; cite?: string; onOpen: (passage: PassageRead) => void }) {
  const [first] = row;
  if (!first) return null;
  const { claim, citation } = first;
  const lit = row.some((passage) => passage.citation.id === cite);
  const facts = [
    words.standing[citation.level],
    citation.stance === 'disputes' && t.disputes,
    claim.contested && words.evidence.contested,
    t.citations(row.length),
  ];
  return (
    <button type="button" className="margin-claim" aria-current={lit || undefined} onClick={() => onOpen(first)}>
      <LineSample rank={claim.rank} />
      <span>
        <span className="said" lang="en" dir="ltr">
          {claim.sentence}
        </span>
        <span className="meta">{facts.filter(Boolean).join(' · ')}</span>
      </span>
    </button>
  );
}
