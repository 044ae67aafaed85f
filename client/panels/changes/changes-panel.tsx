/** The change sets of the case by day, newest first: who, when, why, and what each did. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { changesQuery } from '../../api/queries-changes.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { dateText } from '../../ui/date-text.ts';
import { words } from '../../i18n/messages.ts';
import { PanelHead } from '../panel-head.tsx';
import { BackupsPart } from './backups-part.tsx';
import { RedactionsPart } from './redactions-part.tsx';
import { useLastRedaction } from './use-last-redaction.ts';
import { byDay, ChangeLines, dayInWords } from './change-lines.tsx';

const t = words.changes;

export function ChangesPanel() {
  const deps = useDeps();
  const asked = useInfiniteQuery(changesQuery());
  const redaction = useLastRedaction();
  return (
    <>
      <PanelHead chips={[[t.title, 'accent']]} />
      <p className="block meta">
        {t.lead} {redaction && t.undoEndedBefore(dateText({ edtf: redaction.at.slice(0, 10) }))}
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.title}>
        <Await asked={asked} rows={8}>
          {({ pages }) => {
            const sets = pages.flatMap(({ changeSets }) => changeSets);
            return (
              <>
                {sets.length === 0 && <Empty>{t.none}</Empty>}
                {byDay(sets).map(([day, ofDay]) => (
                  <section key={day}>
                    <h3 className="heading change-day">{dayInWords(day)}</h3>
                    {ofDay.map((set) => (
                      <button
                        key={set.id}
                        type="button"
                        className={set.undoneBy === undefined ? 'change-row' : 'change-row undone'}
                        onClick={() => openPanel(deps, { kind: 'change', id: set.id })}
                      >
                        <b>
                          <bdi>{set.why}</bdi>
                        </b>
                        <ChangeLines set={set} />
                      </button>
                    ))}
                  </section>
                ))}
                {asked.hasNextPage && (
                  <p className="block">
                    <MoreButton asked={asked} label={t.more} />
                  </p>
                )}
              </>
            );
          }}
        </Await>
        <BackupsPart />
        <RedactionsPart />
      </div>
    </>
  );
}
