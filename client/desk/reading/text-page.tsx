/** One text, read: its paragraphs with what is cited from each beside it, and the acts on what is selected. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { IconArrowDown, IconArrowLeft, IconDots, IconLock } from '@tabler/icons-react';
import { Menu } from '@mantine/core';
import { placesIn } from '../../../server/domain/texts/text-mark.ts';
import { useDeps } from '../../acts/deps.ts';
import { goToDesk } from '../../acts/go-to-desk.ts';
import { openClaimForm, openNameForm } from '../../acts/draft/open-claim-form.ts';
import { openClaim, openPanel } from '../../acts/open-things.ts';
import { useDrafts } from '../../state/draft/draft-store.ts';
import type { Passage } from '../../state/draft/open-forms.ts';
import { useView } from '../../state/store.ts';
import { dateText } from '../../ui/date-text.ts';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { KeptForms } from '../forms/kept-forms.tsx';
import { AddText } from './adding/add-text.tsx';
import { DeleteText } from './adding/delete-text.tsx';
import { draftedIn } from './drafted-in.ts';
import { ParagraphRow } from './paragraph-row.tsx';
import { PassageSheet } from './passage-sheet.tsx';
import { selectedWords, type SelectedWords } from './selected-words.ts';
import type { ShownInText } from './shown-in-text.ts';
import { useReadingKeys } from './use-reading-keys.ts';
import { namedWithin, nextUncited, type Reading, useReading } from './use-reading.ts';

const t = words.desk;

/** @param onBack given on a phone: goes back to the list of texts */
export function TextPage({ source, shown, onBack }: { source: string; shown: ShownInText; onBack?: () => void }) {
  const { text, passages, reading } = useReading(source);
  const failed = text.error ? text : passages;
  const about = passages.data?.source;
  return (
    <>
      {onBack && !reading && (
        <button type="button" className="btn icon" aria-label={t.backToTexts} onClick={onBack}>
          <IconArrowLeft size={18} stroke={1.7} />
        </button>
      )}
      <Await asked={{ data: about && reading, error: failed.error, refetch: failed.refetch }} rows={10}>
        {(read) => <Page source={source} reading={read} about={about!} total={passages.data?.total ?? 0} shown={shown} onBack={onBack} />}
      </Await>
    </>
  );
}

interface PageProps {
  source: string;
  reading: Reading;
  about: NonNullable<ReturnType<typeof useReading>['passages']['data']>['source'];
  total: number;
  shown: ShownInText;
  onBack?: (() => void) | undefined;
}

function Page({ source, reading, about, total, shown, onBack }: PageProps) {
  const deps = useDeps();
  const at = useView((s) => s.desk?.at);
  const cite = useView((s) => s.desk?.cite);
  const [selected, setSelected] = useState<SelectedWords>();
  const [dialog, setDialog] = useState<'replace' | 'delete'>();
  const list = useRef<HTMLOListElement>(null);
  const { paragraphs } = reading;
  const names = useMemo(() => new Map(reading.names?.called.map(({ id, name }) => [id, name])), [reading.names]);
  const drafts = useDrafts().all;
  const drafted = useMemo(() => draftedIn(drafts.values(), source), [drafts, source]);
  const step = useCallback((number: number, of?: string) => goToDesk(deps, { source, at: number, ...(of === undefined ? {} : { cite: of }) }), [deps, source]);
  // On a phone there is no margin: a paragraph that is touched shows its first passage.
  const touch = useCallback(
    (number: number, of?: string): void => step(number, of ?? (onBack ? paragraphs[number - 1]?.passages[0]?.citation.id : undefined)),
    [step, onBack, paragraphs],
  );
  useSelected(setSelected);
  // The paragraph that the address names is brought into view, whoever named it.
  useEffect(() => {
    const row = at === undefined ? null : (list.current?.querySelector<HTMLElement>(`#p${at}`) ?? null);
    row?.scrollIntoView({ block: 'nearest' });
  }, [at, cite]);
  const fromText = (): Passage | undefined => {
    const paragraph = paragraphs[(selected?.paragraph ?? at ?? 0) - 1];
    if (!paragraph) return undefined;
    const base = { source, paragraph: paragraph.number };
    if (!selected) return base;
    const mark = { ...placesIn(paragraph.text).charactersOf(selected), sha256: paragraph.sha256 };
    return { ...base, words: selected.words, mark, entities: namedWithin(paragraph, selected) };
  };
  const acts = {
    step: (by: number) => step(Math.max(1, Math.min(paragraphs.length, (at ?? (by > 0 ? 0 : paragraphs.length + 1)) + by))),
    nextUncited: () => {
      const next = nextUncited(reading, at ?? 0);
      if (next === undefined) deps.tell(t.noUncited);
      else step(next);
    },
    claim: () => {
      const from = fromText();
      if (from) openClaimForm(from, about.dataset);
    },
    name: () => {
      const from = fromText();
      if (from) openNameForm(from, { language: reading.text.text.language, dataset: about.dataset });
    },
    evidence: () => {
      const here = at === undefined ? undefined : paragraphs[at - 1];
      const passage = here?.passages.find(({ citation }) => citation.id === cite) ?? here?.passages[0];
      if (!here || !passage) deps.tell(t.nothingHere);
      else {
        step(here.number, passage.citation.id);
        openClaim(deps, passage.claim.id, passage.citation.id);
      }
    },
  };
  useReadingKeys(acts);
  const bare = paragraphs.filter(({ passages }) => passages.length === 0).length;
  const bar = (number: number) => (selected?.paragraph ?? at) === number && !onBack && <ActsHere onClaim={acts.claim} onName={acts.name} />;
  return (
    <>
      <header className="text-head">
        {onBack && (
          <button type="button" className="btn icon" aria-label={t.backToTexts} onClick={onBack}>
            <IconArrowLeft size={18} stroke={1.7} />
          </button>
        )}
        <div className="grow">
          <h1 dir="auto" lang={reading.text.text.language}>
            {about.title ?? about.shortTitle}
          </h1>
          <p className="meta" dir="auto">
            {[about.publisher, about.published && dateText(about.published)].filter(Boolean).join(' · ')}
            {' · '}
            <IconLock size={12} stroke={1.7} aria-hidden /> {t.private} · <b>{t.carryNothing(bare, paragraphs.length)}</b>
          </p>
        </div>
        {!onBack && (
          <button type="button" className="btn" onClick={acts.nextUncited}>
            <IconArrowDown size={15} stroke={1.7} aria-hidden /> {t.nextUncited} <span className="kbd">N</span>
          </button>
        )}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <button type="button" className="btn icon" aria-label={t.more}>
              <IconDots size={17} stroke={1.7} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => openPanel(deps, { kind: 'source', id: source })}>{words.lists.source}</Menu.Item>
            <Menu.Item onClick={() => setDialog('replace')}>{t.replace}</Menu.Item>
            <Menu.Item onClick={() => setDialog('delete')}>{t.delete}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <div className="text-scroll scroll" role="region" aria-label={about.title ?? about.shortTitle} tabIndex={0}>
        <KeptForms only={({ form }) => form.form === 'claim' && form.passage?.source === source} />
        {reading.elsewhere.length > 0 && <p className="meta desk-heading">{t.elsewhere(reading.elsewhere.length)}</p>}
        <ol className="paragraphs" ref={list}>
          {paragraphs.map((paragraph) => (
            <ParagraphRow
              key={paragraph.number}
              paragraph={paragraph}
              language={reading.text.text.language}
              shown={shown}
              current={at === paragraph.number}
              cite={at === paragraph.number ? cite : undefined}
              acts={bar(paragraph.number)}
              names={names}
              drafted={drafted.get(paragraph.number)}
              onStep={touch}
            />
          ))}
        </ol>
        {total >
          new Set(reading.paragraphs.flatMap(({ passages }) => passages.map(({ claim }) => claim.id))).size +
            reading.elsewhere.length +
            reading.orphans.length && <p className="meta desk-heading">{t.cut(paragraphs.flatMap(({ passages }) => passages).length, total)}</p>}
      </div>
      {!onBack && (
        <p className="desk-keys" aria-hidden>
          {t.keys.map(([key, label]) => (
            <span key={key}>
              <span className="kbd">{key}</span> {label}
            </span>
          ))}
        </p>
      )}
      {onBack && cite !== undefined && <PassageSheet reading={reading} cite={cite} onStep={step} />}
      {dialog === 'replace' && (
        <AddText replaces={{ source, title: about.title ?? about.shortTitle, text: reading.text.text }} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'delete' && <DeleteText text={reading.text.text} claims={total} onClose={() => setDialog(undefined)} />}
    </>
  );
}

/** Follows what is selected in the text. */
function useSelected(onSelected: (words: SelectedWords | undefined) => void): void {
  useEffect(() => {
    const read = (): void => onSelected(selectedWords(document.getSelection()));
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [onSelected]);
}

function ActsHere({ onClaim, onName }: { onClaim: () => void; onName: () => void }) {
  // Pressing a button must not take the selection away before it is read.
  const keep = (event: React.PointerEvent): void => event.preventDefault();
  return (
    <div className="acts-here" role="group" aria-label={t.acts} onPointerDown={keep}>
      <button type="button" className="btn small primary" onClick={onClaim}>
        {t.claim} <span className="kbd">C</span>
      </button>
      <button type="button" className="btn small" onClick={onName}>
        {t.name} <span className="kbd">E</span>
      </button>
    </div>
  );
}
