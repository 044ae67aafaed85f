/** The left side of the desk: the texts with how much of each carries a claim, the names in the one that is read, and its orphans. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { IconFileImport, IconFilePlus } from '@tabler/icons-react';
import { textsQuery, type TextSummary } from '../../api/queries-texts.ts';
import { useDeps } from '../../acts/deps.ts';
import { goToDesk } from '../../acts/go-to-desk.ts';
import { openForms, useOpenForms } from '../../state/draft/open-forms.ts';
import { useView } from '../../state/store.ts';
import { Await, Empty } from '../../ui/states.tsx';
import { dateText } from '../../ui/date-text.ts';
import { words } from '../../i18n/messages.ts';
import { KeptForms } from '../forms/kept-forms.tsx';
import { AddText } from './adding/add-text.tsx';
import { NamesPart } from './names-part.tsx';
import { OrphansPart } from './orphans-part.tsx';
import type { ShownInText } from './shown-in-text.ts';
import { useReading } from './use-reading.ts';

const t = words.desk;
const TABS = ['texts', 'names', 'orphans'] as const;
type Tab = (typeof TABS)[number];

export function TextList({ shown, onShown }: { shown: ShownInText; onShown: (shown: ShownInText) => void }) {
  const source = useView((s) => s.desk?.source);
  const filter = useView((s) => s.history.present.filters.datasets);
  const asked = useQuery(textsQuery());
  const [tab, setTab] = useState<Tab>('texts');
  const top = useOpenForms().at(-1);
  const texts = (asked.data?.texts ?? []).filter(({ dataset }) => filter.length === 0 || filter.includes(dataset));
  const orphans = texts.find((text) => text.source === source)?.orphans ?? 0;
  const numbers: Record<Tab, number | undefined> = { texts: texts.length, names: undefined, orphans };
  const now = source === undefined ? 'texts' : tab;
  return (
    <nav className="desk-left region left" aria-label={t.region}>
      <div className="tabs">
        <div role="tablist" aria-label={t.region} style={{ display: 'flex', alignSelf: 'stretch' }}>
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`desk-tab-${name}`}
              aria-selected={now === name}
              aria-controls="desk-tab-panel"
              disabled={source === undefined && name !== 'texts'}
              onClick={() => setTab(name)}
            >
              {t.tabs[name]} {numbers[name] !== undefined && <span className="meta">{numbers[name]}</span>}
            </button>
          ))}
        </div>
      </div>
      <div className="scroll" role="tabpanel" id="desk-tab-panel" aria-labelledby={`desk-tab-${now}`} tabIndex={0}>
        {now === 'texts' ? (
          <Await asked={asked} rows={6}>
            {() => (
              <>
                {texts.length === 0 ? (
                  <Empty>{t.empty}</Empty>
                ) : (
                  texts.map((text) => <TextRow key={text.source} text={text} current={text.source === source} />)
                )}
                {source === undefined && <KeptForms />}
                <div className="block">
                  <button
                    type="button"
                    className="btn as-wide"
                    data-next-step={texts.length === 0 || undefined}
                    onClick={() => openForms.open({ form: 'text' })}
                  >
                    <IconFilePlus size={16} stroke={1.7} aria-hidden /> {t.add}
                  </button>
                  <p className="meta">{t.addNote}</p>
                </div>
                <div className="block">
                  <button type="button" className="btn as-wide open-import" onClick={() => openForms.open({ form: 'import' })}>
                    <IconFileImport size={16} stroke={1.7} aria-hidden /> {words.imports.open}
                  </button>
                  <p className="meta">{words.imports.openNote}</p>
                </div>
              </>
            )}
          </Await>
        ) : (
          source !== undefined && <OfText source={source} tab={now} />
        )}
      </div>
      {source !== undefined && <ShowPart source={source} shown={shown} onShown={onShown} />}
      {top?.form === 'text' && <AddText {...(top.dataset === undefined ? {} : { dataset: top.dataset })} onClose={openForms.close} />}
    </nav>
  );
}

function TextRow({ text, current }: { text: TextSummary; current: boolean }) {
  const deps = useDeps();
  return (
    <button type="button" className="text-row" aria-current={current || undefined} onClick={() => goToDesk(deps, { source: text.source })}>
      <b lang={text.language} dir="auto">
        {text.title}
      </b>
      <span className="meta" dir="auto">
        {[text.publisher, text.published && dateText({ edtf: text.published })].filter(Boolean).join(' · ')}
      </span>
      <Carrying text={text} />
      <span className="meta">
        {t.carry(text.carrying.length, text.paragraphs)}
        {text.orphans > 0 && <span className="warn"> · {t.orphans(text.orphans)}</span>}
      </span>
    </button>
  );
}

/** Paragraphs shown one by one; of a longer text, how many. */
const MOST_BARS = 60;

function Carrying({ text: { paragraphs, carrying } }: { text: TextSummary }) {
  if (paragraphs > MOST_BARS)
    return (
      <span className="carrying" aria-hidden>
        <i className="on" style={{ flex: carrying.length }} />
        <i style={{ flex: paragraphs - carrying.length }} />
      </span>
    );
  const on = new Set(carrying);
  return (
    <span className="carrying" aria-hidden>
      {Array.from({ length: paragraphs }, (_, i) => (
        <i key={i} className={on.has(i + 1) ? 'on' : undefined} />
      ))}
    </span>
  );
}

function OfText({ source, tab }: { source: string; tab: Exclude<Tab, 'texts'> }) {
  const { text, passages, reading } = useReading(source);
  const failed = text.error ? text : passages;
  return (
    <Await asked={{ data: reading, error: failed.error, refetch: failed.refetch }} rows={6}>
      {(read) => (tab === 'names' ? <NamesPart reading={read} /> : <OrphansPart source={source} reading={read} />)}
    </Await>
  );
}

function ShowPart({ source, shown, onShown }: { source: string; shown: ShownInText; onShown: (shown: ShownInText) => void }) {
  const { reading } = useReading(source);
  const sum = (of: 'names' | 'possible' | 'passages') => reading?.paragraphs.reduce((n, paragraph) => n + paragraph[of].length, 0) ?? 0;
  const rows: [key: keyof ShownInText, label: string][] = [
    ['names', t.showNames],
    ['possible', t.showPossible],
    ['passages', t.showPassages],
  ];
  return (
    <fieldset className="desk-show">
      <legend className="heading">{t.show}</legend>
      {rows.map(([key, label]) => (
        <label key={key} className="check">
          <input type="checkbox" checked={shown[key]} onChange={() => onShown({ ...shown, [key]: !shown[key] })} />
          <span style={{ flex: 1 }}>{label}</span>
          <span className="meta">{sum(key)}</span>
        </label>
      ))}
    </fieldset>
  );
}
