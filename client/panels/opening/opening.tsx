/** The opening screen: a search, the questions with their current answers, the saved sets, and what is loaded. */
import { Suspense } from 'react';
import { usePainted } from '../../ui/use-painted.ts';
import { lazily } from '../../ui/lazily.ts';
import { useQuery } from '@tanstack/react-query';
import { useActs } from '../../acts/act-context.ts';
import { statsQuery } from '../../api/queries.ts';
import { words } from '../../i18n/messages.ts';
import { useCases } from '../cases/use-cases.ts';
import { Finder } from '../search/finder.tsx';
import { Failure } from '../../ui/states.tsx';
import { Questions } from './questions.tsx';
import { Loaded } from './loaded.tsx';
import { SavedSets } from './saved-sets.tsx';

const Since = lazily(() => import('./since.tsx').then((m) => m.Since));

export function Opening() {
  const stats = useQuery(statsQuery());
  const isPainted = usePainted();
  const { open } = useActs().contextOf();
  const shown = useCases()?.shown ?? [];
  const described = shown.length === 1 ? shown[0]?.title : undefined;
  return (
    <main className="opening scroll" id="main">
      <div className="two-sides">
        <div>
          <h1>{words.opening.title}</h1>
          <p className="lead">
            {described && (
              <>
                <span dir="auto">{described}.</span>{' '}
              </>
            )}
            {words.opening.lead}
          </p>
          <Finder big global placeholder={words.opening.searchPlaceholder} />
          {stats.error && !stats.data ? (
            <Failure error={stats.error} retry={() => void stats.refetch()} />
          ) : (
            <>
              {isPainted && (
                <Suspense fallback={null}>
                  <Since />
                </Suspense>
              )}
              <Questions />
              <SavedSets />
              <button type="button" className="btn" style={{ marginBlockStart: 20 }} onClick={open.tour}>
                {words.tour.title}
              </button>
            </>
          )}
        </div>
        <aside aria-label={words.opening.inCase}>{stats.data && <Loaded stats={stats.data} />}</aside>
      </div>
    </main>
  );
}
