/** Lets a claim speak for the answer to a question, or against it. */
import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Assessment } from '../../../server/domain/notebook/entries.ts';
import { type KeptEntry, notebookQuery } from '../../api/queries-notebook.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { useTyped } from '../../state/kept-forms.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { useSigning } from '../signing.tsx';
import { Conflict } from './conflict.tsx';
import { newAssessment } from './new-assessment.ts';
import { newEntryId } from './new-entry-id.ts';
import { useWriting } from './use-writing.ts';

const t = words.notebook;
type Side = 'for' | 'against';

/** The assessment with the claim on one side, and on that alone. */
export function withClaim(assessment: Assessment, claim: string, side: Side): Assessment {
  const without = (claims: readonly string[]): string[] => claims.filter((one) => one !== claim);
  const sides = { for: without(assessment.for), against: without(assessment.against) };
  return { ...assessment, ...sides, [side]: [...sides[side], claim] };
}

/** @param assessments those that name the claim already */
export function WeighIn({ claim, assessments }: { claim: string; assessments: readonly KeptEntry[] }) {
  const [opened, setOpened] = useState(false);
  if (!opened)
    return (
      <button type="button" className="btn small" onClick={() => setOpened(true)}>
        {t.weigh}
      </button>
    );
  return <Questions claim={claim} having={new Set(assessments.map(({ id }) => id))} onDone={() => setOpened(false)} />;
}

function Questions({ claim, having, onDone }: { claim: string; having: ReadonlySet<string>; onDone: () => void }) {
  const deps = useDeps();
  const asked = useInfiniteQuery(notebookQuery({ kind: 'assessment' }));
  const [question, setQuestion, forget] = useTyped('new question', '');
  const [id] = useState(newEntryId);
  const [tried, setTried] = useState(false);
  const writing = useWriting();
  const { who, keep, part } = useSigning(t);
  const put = async (of: { id: string; version: number }, assessment: Assessment, side: Side): Promise<boolean> => {
    setTried(true);
    if (who === '') return false;
    keep();
    const kept = await writing.write(of.id, withClaim(assessment, claim, side), of.version, who);
    if (!kept) return false;
    deps.tell(t.speaksFurther(side, assessment.question), false, { label: t.assessment, run: () => openPanel(deps, { kind: 'assessment', id: of.id }) });
    onDone();
    return true;
  };
  const putNew = async (side: Side): Promise<void> => {
    setTried(true);
    if (question.trim() !== '' && (await put({ id, version: 0 }, newAssessment(question.trim()), side))) forget();
  };
  const sides = (act: (side: Side) => void, of: string) => (
    <span className="row">
      {(['for', 'against'] as const).map((side) => (
        <button key={side} type="button" className="btn small" disabled={writing.busy} aria-label={`${t[side]}: ${of}`} onClick={() => act(side)}>
          {t[side]}
        </button>
      ))}
    </span>
  );
  return (
    <div className="weigh-in">
      <h4 className="heading">{t.weighTitle}</h4>
      {part(tried)}
      <Await asked={asked} rows={2}>
        {({ pages }) => (
          <ul>
            {pages
              .flatMap((page) => page.entries)
              .map((kept) => {
                const { entry } = kept;
                if (entry.kind !== 'assessment' || having.has(kept.id)) return null;
                return (
                  <li key={kept.id}>
                    <span dir="auto">{entry.question}</span>
                    {sides((side) => void put(kept, entry, side), entry.question)}
                  </li>
                );
              })}
          </ul>
        )}
      </Await>
      {asked.hasNextPage && <MoreButton asked={asked} label={t.more} />}
      <label>
        <span className="heading">{t.newQuestion}</span>
        <input
          className="field"
          maxLength={500}
          dir="auto"
          value={question}
          aria-invalid={tried && question.trim() === ''}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </label>
      <div className="row wrap">
        {sides((side) => void putNew(side), question.trim() === '' ? t.newQuestion : question.trim())}
        <button type="button" className="btn small" onClick={onDone}>
          {t.cancel}
        </button>
      </div>
      <Conflict writing={writing} shows={() => null} onTheirs={writing.settle} onMine={writing.settle} />
    </div>
  );
}
