/** The composer of a dossier: its parts, the sheet as it will print, and what stands between it and the file; on a phone one of them at a time. */
import { useEffect, useRef, useState } from 'react';
import { callForFile } from '../../api/call.ts';
import { explainError, wasStopped } from '../../api/explain-error.ts';
import { useDeps } from '../../acts/deps.ts';
import type { Act } from '../../acts/act.ts';
import { keyOf } from '../../acts/key-text.ts';
import { ACTS } from '../../acts/registry/index.ts';
import { leaveDossier } from '../../acts/compose-dossier.ts';
import { writeExport } from '../../../server/contract/routes/exports.ts';
import { inDialog, inMenu, isTyping } from '../../ui/where-keys-go.ts';
import { words } from '../../i18n/messages.ts';
import { useCases } from '../cases/use-cases.ts';
import { saveFile } from '../export/save-file.ts';
import { BeforeColumn, refusedPlaces } from './before-column.tsx';
import { PartsColumn } from './parts-column.tsx';
import { Sheet } from './sheet.tsx';
import { useDossier, type UsedDossier } from './use-dossier.ts';

const t = words.dossier;
/** Acts on what is drawn, which is not shown meanwhile. */
const UNSEEN: readonly Act['section'][] = ['draw', 'select', 'arrange', 'filter', 'trace', 'read', 'view'];
const REGIONS = ['parts', 'sheet', 'before'] as const;

export function Composer({ phone }: { phone: boolean }) {
  const deps = useDeps();
  const used = useDossier();
  const [busy, setBusy] = useState(false);
  const [region, setRegion] = useState<(typeof REGIONS)[number]>('parts');
  const mayWrite = used.isCurrent && used.shown?.preview.mayWrite === true;
  const write = async (): Promise<void> => {
    if (!mayWrite || busy) return;
    setBusy(true);
    const run = deps.latest.begin('export', words.doing.export);
    try {
      const { form, vector } = used.dossier;
      const as = form === 'bundle' ? { format: 'html-dossier' as const, bundle: true } : { format: form };
      const pictureAs = form === 'markdown-dossier' && !vector ? ('png' as const) : undefined;
      const { blob, name } = await callForFile(writeExport, { body: { ...used.request, ...as, pictureAs }, signal: run.signal });
      saveFile(blob, name);
      deps.tell(words.export.done(name));
    } catch (error) {
      deps.tell(wasStopped(error) ? words.errors.notExported : `${words.errors.notExported} ${explainError(error)}`, !wasStopped(error));
    } finally {
      run.end();
      setBusy(false);
    }
  };
  useComposerKeys(used, () => void write());
  return (
    <main className={phone ? 'composer phone' : 'composer'} id="main" aria-label={t.title}>
      {phone && (
        <div className="segmented composer-switch" role="group" aria-label={t.title}>
          {REGIONS.map((one) => (
            <button key={one} type="button" aria-pressed={region === one} onClick={() => setRegion(one)}>
              {t.regions[one]}
            </button>
          ))}
        </div>
      )}
      {(!phone || region === 'parts') && <PartsColumn used={used} />}
      {(!phone || region === 'sheet') && <Sheet used={used} />}
      {(!phone || region === 'before') && <BeforeColumn used={used} mayWrite={mayWrite} busy={busy} onWrite={() => void write()} />}
    </main>
  );
}

/** The keys of the composer, in the place of the legend; and up to when the case is told. */
export function ComposerFoot() {
  const told = useCases()?.told;
  const keys: [string[], string][] = [
    [['J', 'K'], t.keys.part],
    [['Alt ↑', '↓'], t.keys.move],
    [['Del'], t.keys.leave],
    [['.'], t.keys.next],
    [['Ctrl ↵'], t.keys.write],
  ];
  return (
    <div className="composer-keys">
      <span className="composer-key-list">
        {keys.map(([names, label]) => (
          <span key={label}>
            {names.map((name) => (
              <kbd key={name} className="kbd">
                {name}
              </kbd>
            ))}{' '}
            {label}
          </span>
        ))}
      </span>
      <span className="meta" lang="en" dir="ltr">
        {told}
      </span>
    </div>
  );
}

/** They are heard before the keys of the acts, which would act on a drawing that is not shown. */
function useComposerKeys(used: UsedDossier, write: () => void): void {
  const deps = useDeps();
  const newest = useRef({ used, write });
  newest.current = { used, write };
  useEffect(() => {
    const before = document.activeElement;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('[aria-modal=true]') || inDialog(event) || inMenu(event.target)) return;
      if (event.key === 'Escape') {
        if (event.target instanceof Element && event.target.closest('[data-own-escape]')) return;
        event.preventDefault();
        event.stopPropagation();
        leaveDossier(deps);
        return;
      }
      const act = actOf(event, newest.current);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [deps]);
  // What is chosen by a key has the focus, where it is listed.
  const { at } = used;
  const isMoved = useRef(false);
  useEffect(() => {
    if (isMoved.current && !isTyping(document.activeElement)) document.querySelector<HTMLElement>(`[data-part-row="${at}"]`)?.focus();
    isMoved.current = true;
  }, [at]);
}

function actOf(event: KeyboardEvent, { used, write }: { used: UsedDossier; write: () => void }): (() => void) | undefined {
  const { at, dossier } = used;
  const last = dossier.parts.length - 1;
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') return write;
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) return () => used.move(at, event.key === 'ArrowUp' ? at - 1 : at + 1);
  if (isTyping(event.target) || event.altKey) return undefined;
  const key = keyOf(event);
  if (key === 'j') return () => used.choose(Math.min(at + 1, last));
  if (key === 'k') return () => used.choose(Math.max(at - 1, 0));
  if (event.key === 'Delete') return () => used.take(at);
  if (event.key === '.') {
    const refused = refusedPlaces(used);
    return () => used.choose(refused.find((place) => place > at) ?? refused[0] ?? at);
  }
  // Undo would change a view that is not shown, and so would others.
  if (ACTS.some((act) => act.key === key && act.id !== 'keys' && UNSEEN.includes(act.section))) return () => undefined;
  return undefined;
}
