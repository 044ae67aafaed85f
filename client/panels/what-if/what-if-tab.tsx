/** What can be struck: voices and sources by what they hold up, and the claims that are struck. */
import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { evidenceQuery, sourcesQuery, statsQuery, voicesQuery } from '../../api/queries.ts';
import { compareWithDraft } from '../../acts/draft/compare-with-draft.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaimForm } from '../../acts/draft/open-claim-form.ts';
import { toggleStruck } from '../../acts/strike.ts';
import { useDrafts } from '../../state/draft/draft-store.ts';
import { drawnClocks, isStruckHere, type StruckKind } from '../../state/struck.ts';
import { useView } from '../../state/store.ts';
import { Await, Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.whatIf;
const KINDS = ['voices', 'sources', 'claims'] as const;
type Kind = (typeof KINDS)[number];

interface Row {
  id: string;
  name: string;
  lang?: string;
  /** What it holds up, short and for a screen reader. */
  figure: string;
  told: string;
}

export function WhatIfTab() {
  const [kind, setKind] = useState<Kind>('voices');
  return (
    <div className="what-if-tab">
      <div className="block">
        <span className="segmented" role="group" aria-label={t.kinds}>
          {KINDS.map((one) => (
            <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
              {t[one]}
            </button>
          ))}
        </span>
      </div>
      {kind === 'voices' && <Voices />}
      {kind === 'sources' && <Sources />}
      {kind === 'claims' && <Claims />}
      <div className="block">
        <p className="meta">{t.addHelp}</p>
        <button type="button" className="btn small" onClick={() => openClaimForm()}>
          {t.add}
        </button>
        <Drafted />
        <p className="meta">{t.nothingChanged}</p>
      </div>
    </div>
  );
}

/** A way for each draft to what it would change. */
function Drafted() {
  const deps = useDeps();
  const { all } = useDrafts();
  const titles = useQuery(statsQuery()).data?.datasets;
  return [...all.values()]
    .filter(({ entries }) => entries.length > 0)
    .map(({ dataset }) => (
      <button key={dataset} type="button" className="btn small" onClick={() => compareWithDraft(deps, dataset)}>
        {t.draftOf(titles?.find(({ id }) => id === dataset)?.title ?? dataset)}
      </button>
    ));
}

function Voices() {
  const asked = useQuery(voicesQuery());
  return (
    <Await asked={asked} rows={8}>
      {({ voices }) => (
        <Rows
          kind="voices"
          rows={voices
            .filter(({ claims }) => claims > 0)
            .toSorted((a, b) => b.alone - a.alone || b.claims - a.claims)
            .map(({ id, name, claims, alone }) => ({ id, name, figure: t.ofVoice(claims, alone), told: t.ofVoiceLabel(claims, alone) }))}
        />
      )}
    </Await>
  );
}

function Sources() {
  const asked = useQuery(sourcesQuery());
  return (
    <Await asked={asked} rows={8}>
      {({ sources }) => (
        <Rows
          kind="sources"
          rows={sources
            .toSorted((a, b) => b.citations - a.citations)
            .map(({ id, shortTitle, language, citations }) => ({
              id,
              name: shortTitle,
              ...(language === undefined ? {} : { lang: language }),
              figure: t.ofSource(citations),
              told: t.ofSourceLabel(citations),
            }))}
        />
      )}
    </Await>
  );
}

function Claims() {
  const struck = useView((s) => s.history.present.clocks.without?.claims);
  if (!struck || struck.length === 0) return <Empty>{t.noClaims}</Empty>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t.claims}>
      {struck.map((id) => (
        <StruckClaim key={id} id={id} />
      ))}
    </div>
  );
}

function StruckClaim({ id }: { id: string }) {
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery(evidenceQuery(id, drawnClocks(clocks)));
  const name = asked.data?.claim.sentence ?? id;
  return <StruckRow kind="claims" row={{ id, name, lang: 'en', figure: '', told: '' }} />;
}

function Rows({ kind, rows }: { kind: StruckKind & Kind; rows: readonly Row[] }) {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const found = rows.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return (
    <>
      <div className="block find">
        <input
          className="field"
          type="search"
          value={typed}
          placeholder={t.find(rows.length, t[kind].toLocaleLowerCase())}
          aria-label={t.findLabel}
          onChange={(event) => setTyped(event.target.value)}
        />
        {kind === 'voices' && <p className="meta">{t.order}</p>}
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-label={t[kind]}>
        {found.length === 0 && <Empty>{t.noneFound}</Empty>}
        {found.map((row) => (
          <StruckRow key={row.id} kind={kind} row={row} />
        ))}
      </div>
    </>
  );
}

function StruckRow({ kind, row: { id, name, lang, figure, told } }: { kind: Kind; row: Row }) {
  const deps = useDeps();
  const on = useView((s) => isStruckHere(s.history.present.clocks, kind, id));
  const figureId = useId();
  return (
    <label className={on ? 'strike-row struck' : 'strike-row'}>
      <input type="checkbox" checked={on} aria-describedby={told ? figureId : undefined} onChange={() => toggleStruck(deps, kind, id, name)} />
      <span className="name" dir="auto" lang={lang}>
        {name}
      </span>
      {told && (
        <span className="figure">
          <span aria-hidden>{figure}</span>
          <span id={figureId} className="visually-hidden">
            {told}
          </span>
        </span>
      )}
    </label>
  );
}
