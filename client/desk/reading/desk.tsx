/** The desk: the texts of the sources on the left, the one that is read in the middle, evidence on the right. On a phone one of them at a time. */
import { useState } from 'react';
import { useDeps } from '../../acts/deps.ts';
import { goToDesk } from '../../acts/go-to-desk.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { TextList } from './text-list.tsx';
import { TextPage } from './text-page.tsx';
import { USUALLY_SHOWN } from './shown-in-text.ts';

/** @param aside what stands on the right, or over the text on a phone; absent where nothing is open */
export function Desk({ phone, aside }: { phone: boolean; aside?: React.ReactNode }) {
  const deps = useDeps();
  const source = useView((s) => s.desk?.source);
  const [shown, setShown] = useState(USUALLY_SHOWN);
  const page = source !== undefined && <TextPage key={source} source={source} shown={shown} {...(phone ? { onBack: () => goToDesk(deps) } : {})} />;
  return (
    <div className={phone ? 'desk phone' : aside ? 'desk with-aside' : 'desk'}>
      {(!phone || !page) && <TextList shown={shown} onShown={setShown} />}
      {(!phone || page) && (
        <main className="desk-middle" id="main">
          {page || <p className="desk-choose">{words.desk.choose}</p>}
        </main>
      )}
      {aside}
    </div>
  );
}
