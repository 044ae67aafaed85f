/** The top bar: name, case and up to when it is told, search, undo and redo, clocks, export, colours, keys. */
import { Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconClock,
  IconCommand,
  IconDownload,
  IconHelp,
  IconMenu2,
  IconMoon,
  IconSearch,
  IconShare,
  IconSun,
} from '@tabler/icons-react';
import { useActs } from '../acts/act-context.ts';
import { useDeps } from '../acts/deps.ts';
import { goToDesk, leaveDesk } from '../acts/go-to-desk.ts';
import { DraftButton } from '../desk/draft/draft-button.tsx';
import { CaseSwitch } from '../panels/cases/case-switch.tsx';
import { describeClocks } from '../panels/describe-clocks.ts';
import { HistoryMenu } from '../panels/history/history-menu.tsx';
import { Finder } from '../panels/search/finder.tsx';
import { useView } from '../state/store.ts';
import { words } from '../i18n/messages.ts';
import { useContrast } from '../ui/use-scheme.ts';
import { Mark } from '../ui/mark.tsx';

const t = words.app;

export interface TopBarProps {
  opening: boolean;
  phone: boolean;
  onHome: () => void;
  onMenu: () => void;
}

export function TopBar({ opening, phone, onHome, onMenu }: TopBarProps) {
  const deps = useDeps();
  const past = useView((s) => s.history.past.at(-1)?.act);
  const future = useView((s) => s.history.future[0]?.act);
  const clocks = useView((s) => s.history.present.clocks);
  const dates = describeClocks(clocks);
  const { open } = useActs().contextOf();
  return (
    <header className="topbar">
      {phone && (
        <button type="button" className="btn icon" aria-label={t.menu} onClick={onMenu}>
          <IconMenu2 size={18} stroke={1.7} />
        </button>
      )}
      <button type="button" className="brand" aria-label={t.home} onClick={onHome}>
        {!phone && <Mark />}
        {t.name}
      </button>
      <CaseSwitch phone={phone} />
      {!phone && <Places />}
      {!phone && !opening && <Finder global />}
      <div className="tools">
        <DraftButton phone={phone} />
        {phone && !opening && (
          <button type="button" className="btn icon" aria-label={words.search.label} onClick={open.search}>
            <IconSearch size={18} stroke={1.7} />
          </button>
        )}
        {!phone && (
          <>
            <button
              type="button"
              className="btn icon"
              aria-label={t.undo(past)}
              title={t.undoStep(past)}
              disabled={past === undefined}
              onClick={() => deps.store.dispatch({ type: 'undo' })}
            >
              <IconArrowBackUp size={17} stroke={1.7} />
            </button>
            <button
              type="button"
              className="btn icon"
              aria-label={t.redo(future)}
              title={t.redoStep(future)}
              disabled={future === undefined}
              onClick={() => deps.store.dispatch({ type: 'redo' })}
            >
              <IconArrowForwardUp size={17} stroke={1.7} />
            </button>
            <HistoryMenu />
            <button type="button" className="btn" title={words.clocks.title} onClick={open.clocks}>
              <IconClock size={16} stroke={1.7} />
              <span className="label">{dates.length === 0 ? t.today : words.clocks.set(dates.length)}</span>
              {dates.length > 0 && <span className="dot" aria-hidden />}
            </button>
          </>
        )}
        <button type="button" className={phone ? 'btn icon' : 'btn'} aria-label={t.export} onClick={open.export}>
          <IconDownload size={17} stroke={1.7} />
          {!phone && <span className="label">{t.export}</span>}
        </button>
        {!phone && (
          <button type="button" className="btn icon" aria-label={words.share.title} title={`${words.share.title} (S)`} onClick={open.share}>
            <IconShare size={17} stroke={1.7} />
          </button>
        )}
        {!phone && (
          <button type="button" className="btn icon" aria-label={words.palette.title} title={words.palette.title} onClick={open.palette}>
            <IconCommand size={17} stroke={1.7} />
          </button>
        )}
        {!phone && (
          <button type="button" className="btn icon" aria-label={t.help} title={`${t.help} (?)`} onClick={open.keys}>
            <IconHelp size={17} stroke={1.7} />
          </button>
        )}
        {!phone && <ColourMenu />}
      </div>
    </header>
  );
}

/** The places of the workbench: the graph, and the desk where its texts are read. */
function Places() {
  const deps = useDeps();
  const desk = useView((s) => s.desk !== undefined);
  return (
    <div className="segmented places" role="group" aria-label={words.places.label}>
      <button type="button" aria-pressed={!desk} title={words.places.goToGraph} onClick={() => leaveDesk(deps)}>
        {words.places.explore}
      </button>
      <button type="button" aria-pressed={desk} title={words.places.goToDesk} onClick={() => desk || goToDesk(deps)}>
        {words.places.desk}
      </button>
    </div>
  );
}

/** @param named with its name, where there is room for it */
export function ColourMenu({ named = false }: { named?: boolean }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [contrast, setContrast] = useContrast();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className={named ? 'btn' : 'btn icon'} aria-label={t.theme}>
          {colorScheme === 'dark' ? <IconSun size={17} stroke={1.7} /> : <IconMoon size={17} stroke={1.7} />}
          {named && t.theme}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            aria-checked={colorScheme === scheme}
            role="menuitemradio"
            onClick={() => setColorScheme(scheme)}
            rightSection={colorScheme === scheme ? '✓' : undefined}
          >
            {scheme === 'auto' ? t.system : t[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item role="menuitemcheckbox" aria-checked={contrast} onClick={() => setContrast(!contrast)} rightSection={contrast ? '✓' : undefined}>
          {t.contrast}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
