/** The parts of the dossier in their order: chosen, moved by dragging or by keys, taken out; own words are written where they stand. */
import { useRef, useState } from 'react';
import { Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowLeft,
  IconArrowUp,
  IconBan,
  IconCheck,
  IconChevronDown,
  IconGripVertical,
  IconMinus,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { leaveDossier } from '../../acts/compose-dossier.ts';
import { words } from '../../i18n/messages.ts';
import { AddPart, NotChosen } from './add-part.tsx';
import { OwnText } from './own-text.tsx';
import { dossierName, type Mark, markOf, partInShort } from './part-words.ts';
import type { UsedDossier } from './use-dossier.ts';

const t = words.dossier;
const ICONS = {
  stands: IconCheck,
  remarked: IconAlertTriangle,
  refused: IconBan,
  'left-out': IconMinus,
  override: IconAlertTriangle,
  empty: IconMinus,
} as const;

export function PartsColumn({ used }: { used: UsedDossier }) {
  const deps = useDeps();
  const { dossier, change } = used;
  return (
    <section className="region composer-parts" aria-label={t.regions.label}>
      <header className="composer-head">
        <button type="button" className="btn ghost icon small" aria-label={t.back} title={t.back} onClick={() => leaveDossier(deps)}>
          <IconArrowLeft size={17} stroke={1.7} />
        </button>
        <h2>{t.title}</h2>
        <Which used={used} />
        <span className="meta close">{used.isKept ? t.saved : t.notSaved}</span>
      </header>
      <div className="scroll">
        <div className="block composer-fields">
          <HeadField label={t.heading} most={200} value={dossier.title} given={used.shown?.preview.title} onChange={(title) => change({ ...dossier, title })} />
          <HeadField label={t.asked} most={500} value={dossier.asked} given={used.shown?.preview.asked} onChange={(asked) => change({ ...dossier, asked })} />
        </div>
        <p className="heading composer-count">
          {t.holds} <span>{dossier.parts.length}</span>
        </p>
        {dossier.parts.length === 0 ? <p className="notice">{t.empty}</p> : <Rows used={used} />}
        <AddPart used={used} />
      </div>
      <NotChosen used={used} />
      <p className="visually-hidden" role="status">
        {used.said}
      </p>
    </section>
  );
}

/** Which of the dossiers of the case this is, and the others. */
function Which({ used }: { used: UsedDossier }) {
  const { all, which } = used;
  const at = all.findIndex(({ key }) => key === which);
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <button type="button" className="btn small composer-which" aria-label={t.whichLabel(at + 1, all.length)}>
          {t.which(at + 1, all.length)}
          <IconChevronDown size={14} stroke={1.8} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="composer-dossiers">
        <Menu.Label>{t.dossiers}</Menu.Label>
        {all.map((one) => (
          <Menu.Item
            key={one.key}
            leftSection={<IconCheck size={15} stroke={1.8} aria-hidden style={{ visibility: one.key === which ? 'visible' : 'hidden' }} />}
            aria-current={one.key === which || undefined}
            onClick={() => used.open(one.key)}
          >
            <span dir="auto">{dossierName(one)}</span> <span className="meta">{t.partsOf(one.dossier.parts.length)}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={15} stroke={1.8} aria-hidden />} onClick={used.begin}>
          {t.beginNew}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={15} stroke={1.8} aria-hidden />} onClick={used.remove}>
          {t.removeThis}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface HeadFieldProps {
  label: string;
  /** Characters. */
  most: number;
  value: string;
  /** What is printed where nothing is typed. */
  given: string | undefined;
  onChange: (value: string) => void;
}
function HeadField({ label, most, value, given, onChange }: HeadFieldProps) {
  return (
    <label>
      <span className="heading">{label}</span>
      <input className="field" maxLength={most} value={value} placeholder={given} onChange={(event) => onChange(event.target.value)} dir="auto" />
    </label>
  );
}

function Rows({ used }: { used: UsedDossier }) {
  const { dossier } = used;
  const dragged = useRef<number>(undefined);
  const [over, setOver] = useState<number>();
  const drop = (to: number): void => {
    if (dragged.current !== undefined) used.move(dragged.current, to);
    dragged.current = undefined;
    setOver(undefined);
  };
  return (
    <ol className="composer-rows" aria-label={t.holds}>
      {dossier.parts.map((entry, at) => (
        <li
          key={entry.key}
          data-over={over === at || undefined}
          aria-current={used.at === at || undefined}
          onDragOver={(event) => {
            if (dragged.current === undefined) return;
            event.preventDefault();
            setOver(at);
          }}
          onDrop={(event) => {
            event.preventDefault();
            drop(at);
          }}
        >
          <Row
            used={used}
            at={at}
            onDrag={() => {
              dragged.current = at;
            }}
            onDragEnd={() => {
              dragged.current = undefined;
              setOver(undefined);
            }}
          />
        </li>
      ))}
    </ol>
  );
}

function Row({ used, at, onDrag, onDragEnd }: { used: UsedDossier; at: number; onDrag: () => void; onDragEnd: () => void }) {
  const entry = used.dossier.parts[at]!;
  const facts = used.factsOf(at);
  const title = used.titleOf(at);
  const isChosen = used.at === at;
  const { part } = entry;
  return (
    <>
      <div
        className="composer-row"
        draggable
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          // Without data some browsers drag nothing; what is said of people stays out of it.
          event.dataTransfer.setData('text/plain', String(at + 1));
          onDrag();
        }}
        onDragEnd={onDragEnd}
      >
        <IconGripVertical size={14} stroke={1.7} aria-hidden className="composer-grip" />
        <button type="button" className="composer-name" data-part-row={at} aria-pressed={isChosen} onClick={() => used.choose(at)}>
          <b lang={facts?.name === undefined ? undefined : 'en'} dir="auto" className={facts?.state === 'refused' ? 'refused' : undefined}>
            {title}
          </b>
          <span className="meta">{partInShort(entry, facts)}</span>
        </button>
        <StateMark mark={markOf(facts)} />
      </div>
      {isChosen && (
        <div className="composer-tools">
          {(part.kind === 'lead' || part.kind === 'text') && <OwnText part={part} onChange={(next) => used.setPart(at, next)} />}
          <div className="row">
            <button type="button" className="btn small icon" aria-label={t.earlier} title={t.earlier} disabled={at === 0} onClick={() => used.move(at, at - 1)}>
              <IconArrowUp size={15} stroke={1.7} />
            </button>
            <button
              type="button"
              className="btn small icon"
              aria-label={t.later}
              title={t.later}
              disabled={at === used.dossier.parts.length - 1}
              onClick={() => used.move(at, at + 1)}
            >
              <IconArrowDown size={15} stroke={1.7} />
            </button>
            <button type="button" className="btn small" onClick={() => used.take(at)}>
              <IconTrash size={14} stroke={1.7} aria-hidden />
              {t.leave}
            </button>
          </div>
        </div>
      )}
    </>
  );
}

function StateMark({ mark }: { mark: Mark | undefined }) {
  if (!mark) return <span className="composer-mark" />;
  const Icon = ICONS[mark];
  const label = mark === 'remarked' ? t.remarked : t.states[mark];
  return (
    <span className="composer-mark" data-mark={mark} role="img" aria-label={label} title={label}>
      <Icon size={16} stroke={1.8} aria-hidden />
    </span>
  );
}
