/** The sheet: the dossier as it will print, with the marks of parts that cannot be printed as they stand. */
import { useEffect, useMemo, useRef } from 'react';
import { IconBan } from '@tabler/icons-react';
import { Failure, Loading } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { sheetNodes } from './sheet-nodes.tsx';
import type { Shown, UsedDossier } from './use-dossier.ts';

const t = words.dossier;

export function Sheet({ used }: { used: UsedDossier }) {
  const { shown, dossier, error } = used;
  const region = useRef<HTMLElement>(null);
  const key = dossier.parts[used.at]?.key;
  useEffect(() => {
    region.current?.querySelector(`[data-sheet-part="${key}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [key]);
  return (
    <section className="composer-sheet" aria-label={t.sheet} tabIndex={0} ref={region}>
      {error !== null && error !== undefined && <Failure error={error} retry={used.retry} />}
      {dossier.parts.length === 0 && <p className="notice">{t.empty}</p>}
      {dossier.parts.length > 0 && !shown && !error && <Loading rows={10} />}
      {shown && <Page shown={shown} chosen={key} onChoose={(of) => used.choose(dossier.parts.findIndex((one) => one.key === of))} />}
    </section>
  );
}

function Page({ shown, chosen, onChoose }: { shown: Shown; chosen: number | undefined; onChoose: (key: number) => void }) {
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const nodes = useMemo(
    () =>
      sheetNodes(shown.preview.html, {
        part(place, inner) {
          const key = shown.keys[place];
          const isRefused = key !== undefined && shown.facts.get(key)?.state === 'refused';
          return (
            <div className={isRefused ? 'sheet-part refused' : 'sheet-part'} data-sheet-part={key} onClick={() => key !== undefined && choose.current(key)}>
              {isRefused && (
                <p className="sheet-refused">
                  <IconBan size={14} stroke={1.8} aria-hidden /> {t.cannotPrint}
                </p>
              )}
              {inner}
            </div>
          );
        },
      }),
    [shown],
  );
  return (
    <article className="dossier-page" lang="en" dir="auto" data-chosen={chosen}>
      {nodes}
    </article>
  );
}
