/** Forms that were begun and not finished: each with when, and what is typed in short; one can go on with it, or throw it away. */
import { openForms, type OpenForm } from '../../state/draft/open-forms.ts';
import { type KeptForm, keptForms, type Typed, useKeptForms } from '../../state/kept-forms.ts';
import { AskSure } from '../../ui/ask-sure.tsx';
import { clockTime } from '../../ui/date-text.ts';
import { words } from '../../i18n/messages.ts';
import { dayOf } from '../../panels/changes/change-lines.tsx';
import { whenInWords } from '../../panels/notebook/when.ts';

const t = words.forms.kept;

/** "at 14:05"; of another day, "28 November 2026". */
function begunAt(at: number, now: Date = new Date()): string {
  const instant = new Date(at).toISOString();
  return dayOf(instant) === dayOf(now.toISOString()) ? t.at(clockTime(at)) : whenInWords(instant, now);
}

function whatIs(form: OpenForm): string {
  if (form.form === 'claim') return form.claim === undefined ? t.claim : t.passage;
  return form.form === 'new' || form.form === 'edit' ? t.record(form.form, form.kind) : '';
}

type Offered = ReturnType<typeof useKeptForms>[number];

/** @param only those that are offered here; all where it is absent */
export function KeptForms({ only = () => true, onGoOn = openForms.open }: { only?: (form: Offered) => boolean; onGoOn?: (form: OpenForm) => void }) {
  const open = useKeptForms().filter(only);
  if (open.length === 0) return null;
  return (
    <section className="block kept-forms" aria-label={t.title(open.length)}>
      <h3 className="heading">{t.title(open.length)}</h3>
      <ul>
        {open.map((one) => (
          <li key={one.key}>
            <p>
              {t.begun(whatIs(one.form), begunAt(one.begun))}
              {one.name !== undefined && one.name !== '' && (
                <>
                  {': '}
                  <bdi className="said">{one.name}</bdi>
                </>
              )}
            </p>
            <div className="row wrap">
              <button type="button" className="btn small primary" onClick={() => onGoOn(one.form)}>
                {t.goOn}
              </button>
              <ThrowAway of={one} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ThrowAway({ of }: { of: KeptForm }) {
  return <AskSure label={t.throwAway} sure={t.sure} yes={words.draft.throwDo} no={words.draft.keep} onYes={() => keptForms.throwAway(of.key)} />;
}

interface KeptHereProps<T> {
  typed: Typed<T>;
  /** What it began with is no longer so. */
  isStale?: boolean;
  onBeginAnew: () => void;
}
/** In a form: since when it is kept, and the way to begin anew; or that nothing is kept here. */
export function KeptHere<T>({ typed: { since, isKept }, isStale = false, onBeginAnew }: KeptHereProps<T>) {
  if (!isKept)
    return (
      <p className="notice danger" role="alert">
        {t.notKept}
      </p>
    );
  if (since === undefined) return null;
  return (
    <div className={isStale ? 'notice warning kept-here' : 'notice kept-here'} role="status">
      <span>
        {t.since(begunAt(since))} {isStale && t.stale}
      </span>
      <AskSure label={t.anew} sure={t.sure} yes={words.draft.throwDo} no={words.draft.keep} onYes={onBeginAnew} />
    </div>
  );
}

/** In a form: another window put the record otherwise into the draft, and what is added from here takes the place of that. */
export function Overtaken({ onBeginAnew }: { onBeginAnew: () => void }) {
  return (
    <div className="notice warning kept-here" role="alert">
      <span>{t.overtaken}</span>
      <AskSure label={t.anew} sure={t.sure} yes={words.draft.throwDo} no={words.draft.keep} onYes={onBeginAnew} />
    </div>
  );
}

/** Within a form of something new: the other ones of its kind that were begun. */
export function OthersBegun({ of, own }: { of: OpenForm; own: string }) {
  const kindOf = (form: OpenForm): string => (form.form === 'new' ? `new ${form.kind}` : form.form === 'claim' && form.claim === undefined ? 'claim' : '');
  return (
    <KeptForms
      only={({ key, form }) => key !== own && kindOf(form) !== '' && kindOf(form) === kindOf(of)}
      onGoOn={(form) => {
        // What is typed here stays kept.
        openForms.close();
        openForms.open(form);
      }}
    />
  );
}
