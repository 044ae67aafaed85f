/** Watches the answer that is on view: signed with the kept name, which is asked for where there is none. */
import { useState } from 'react';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { canonicalJson } from '../../../server/domain/model/canonical-json.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { watchQuestion } from '../../acts/watch.ts';
import { WATCHES, type WatchedQuestion, watchesQuery } from '../../api/queries-watches.ts';
import { words } from '../../i18n/messages.ts';
import { useSigning } from '../signing.tsx';

const t = words.watches;

export function WatchThis({ title, question }: { title: string; question: WatchedQuestion }) {
  const deps = useDeps();
  // Only what is known already: an answer does not wait for all watches to be asked.
  const known = useQuery({ ...watchesQuery(), queryKey: [...WATCHES, 'all'], enabled: false }).data?.watches ?? [];
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const [wasSet, setSet] = useState<string>();
  const signing = useSigning(t.signing);
  const key = canonicalJson(question);
  const isWatched = wasSet === key || known.some((watch) => canonicalJson(watch.question) === key);
  const watch = async (): Promise<void> => {
    setTried(true);
    if (signing.who === '') return setAsking(true);
    signing.keep();
    if (!(await watchQuestion(deps, { title, who: signing.who, question }))) return;
    setSet(key);
    setAsking(false);
  };
  if (isWatched)
    return (
      <button type="button" className="btn small" onClick={() => openPanel(deps, { kind: 'watches' })}>
        <IconBell size={14} aria-hidden />
        {t.watching}
      </button>
    );
  if (!asking)
    return (
      <button type="button" className="btn small" onClick={() => (signing.who === '' ? setAsking(true) : void watch())}>
        <IconBell size={14} aria-hidden />
        {t.watch}
      </button>
    );
  return (
    <form
      className="block"
      aria-label={t.watch}
      onSubmit={(event) => {
        event.preventDefault();
        void watch();
      }}
    >
      {signing.part(tried)}
      <p className="row" style={{ marginBlockStart: 8 }}>
        <button type="submit" className="btn small primary">
          {t.watch}
        </button>
        <button type="button" className="btn small" onClick={() => setAsking(false)}>
          {t.notNow}
        </button>
      </p>
    </form>
  );
}
