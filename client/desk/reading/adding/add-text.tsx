/** Adds the text of a source, or another version of it: pasted, or out of a file. What is typed survives a reload and a lost server. */
import { useEffect, useId, useRef, useState } from 'react';
import { Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconFileUpload } from '@tabler/icons-react';
import { explainError } from '../../../api/explain-error.ts';
import { sourcesQuery } from '../../../api/queries.ts';
import { keepText, textOfFile, textsQuery, type TextRead } from '../../../api/queries-texts.ts';
import { useDeps } from '../../../acts/deps.ts';
import { goToDesk } from '../../../acts/go-to-desk.ts';
import { useKeptForm } from '../../../state/kept-forms.ts';
import { useSignedName } from '../../../state/signed-name.ts';
import { paragraphsOf } from '../../../../server/domain/texts/paragraphs.ts';
import { useCases } from '../../../panels/cases/use-cases.ts';
import { words } from '../../../i18n/messages.ts';
import { faultInDate } from '../../forms/controls/date-field.tsx';
import { guessLanguage } from './guess-language.ts';
import { addSource, NEW_SOURCE, type NewSource } from './new-source.ts';
import { Field } from '../../../ui/field.tsx';
import { KeptHere } from '../../forms/kept-forms.tsx';
import { NewSourceFields } from './new-source-fields.tsx';

const t = words.addText;
const NEW = ' new';

export interface AddTextProps {
  /** The text that another version takes the place of. */
  replaces?: { source: string; title: string; text: TextRead['text'] };
  /** A case without a source: the text brings one. */
  dataset?: string;
  onClose: () => void;
}
interface Typed extends NewSource {
  source: string;
  /** Undefined until it is typed or a file says it: until then it is guessed from the text. */
  language?: string;
  text: string;
}
const NOTHING: Typed = { ...NEW_SOURCE, source: '', text: '' };
const LANGUAGE = 'en';
type Need = keyof typeof t.needs;

export function AddText({ replaces, dataset: begunFor, onClose }: AddTextProps) {
  const deps = useDeps();
  const queries = useQueryClient();
  const cases = useCases();
  const [who, setWho] = useSignedName();
  const kept = useKeptForm<Typed>(`text ${replaces?.source ?? ''}${begunFor === undefined ? '' : ` of ${begunFor}`}`, {
    ...NOTHING,
    ...(begunFor === undefined ? {} : { source: NEW, dataset: begunFor }),
    ...(replaces ? { source: replaces.source, language: replaces.text.language } : {}),
  });
  const { value: typed, set: setTyped, forget } = kept;
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const [doing, setDoing] = useState<string>();
  const [failed, setFailed] = useState<unknown>();
  const [asked, setAsked] = useState(false);
  // One id however often it is tried: what was written is not written again.
  const [operation] = useState(() => ({ source: crypto.randomUUID(), text: crypto.randomUUID() }));
  const guessed = useGuessedLanguage(typed.language === undefined ? typed.text : '');
  const language = typed.language ?? guessed ?? LANGUAGE;
  const dataset = typed.dataset || (cases?.shown.length === 1 ? cases.shown[0]!.id : '');
  const isNew = typed.source === NEW;
  const needs: Need[] = [
    ...(typed.source === '' ? ['source' as const] : []),
    ...(isNew && typed.title.trim() === '' ? ['title' as const] : []),
    ...(isNew && typed.publisher.trim() === '' ? ['publisher' as const] : []),
    ...(isNew && faultInDate(typed.published?.edtf ?? '') !== undefined ? ['published' as const] : []),
    ...(isNew && dataset === '' ? ['dataset' as const] : []),
    ...(isNew && who.trim() === '' ? ['who' as const] : []),
    ...(language.trim() === '' ? ['language' as const] : []),
    ...(typed.text.trim() === '' ? ['text' as const] : []),
  ];
  const fault = (need: Need): string | undefined => (asked && needs.includes(need) ? t.needs[need] : undefined);

  const keep = async (): Promise<void> => {
    setAsked(true);
    if (needs.length > 0) return;
    setDoing(t.keeping);
    setFailed(undefined);
    try {
      const source = isNew ? await addSource({ ...typed, dataset }, { who, language, operation: operation.source }) : typed.source;
      const { orphans } = await keepText({
        source,
        text: typed.text,
        language: language.trim(),
        revision: replaces?.text.revision ?? 0,
        operation: operation.text,
      });
      forget();
      onClose();
      await Promise.all(['texts', 'text', 'passages', 'text-names', 'sources', 'voices'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      goToDesk(deps, { source });
      deps.tell(orphans.length > 0 ? t.orphansNow(orphans.length) : t.keptOf(replaces?.title ?? typed.title));
    } catch (error) {
      setFailed(error);
    } finally {
      setDoing(undefined);
    }
  };
  const fromFile = async (file: File): Promise<void> => {
    setDoing(t.reading(file.name));
    setFailed(undefined);
    try {
      const read = await textOfFile(file);
      set({
        text: read.text,
        ...(read.language ? { language: read.language } : {}),
        ...(isNew && typed.title === '' && read.title ? { title: read.title } : {}),
      });
      deps.tell(t.fromFile(file.name, read.paragraphs));
    } catch (error) {
      setFailed(error);
    } finally {
      setDoing(undefined);
    }
  };

  return (
    <Modal opened onClose={onClose} size={720} title={replaces ? t.replaceTitle(replaces.title) : t.title} closeButtonProps={{ 'aria-label': words.app.close }}>
      <form
        className="form add-text"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void keep();
        }}
      >
        <KeptHere typed={kept} onBeginAnew={() => forget()} />
        {!replaces && <SourceChoice value={typed.source} onChange={(source) => set({ source })} fault={fault('source')} />}
        {isNew && <NewSourceFields typed={{ ...typed, dataset }} onChange={set} fault={fault} />}
        {isNew && <Field label={t.who} note={t.whoNote} value={who} onChange={setWho} fault={fault('who')} />}
        <Field
          label={t.language}
          note={typed.language === undefined && guessed !== undefined ? t.languageGuessed : t.languageHint}
          value={language}
          onChange={(typedLanguage) => set({ language: typedLanguage })}
          fault={fault('language')}
          short
        />
        <TextField
          value={typed.text}
          onChange={(text) => set({ text })}
          onFile={(file) => void fromFile(file)}
          busy={doing !== undefined}
          fault={fault('text')}
        />
        {failed !== undefined && (
          <p className="notice danger" role="alert">
            {explainError(failed)}
          </p>
        )}
        <div className="row wrap">
          <button type="submit" className="btn primary" disabled={doing !== undefined}>
            {doing ?? t.keep} {!doing && <span className="kbd">Ctrl ↵</span>}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function useGuessedLanguage(text: string): string | undefined {
  const [guessed, setGuessed] = useState<string>();
  useEffect(() => {
    let isLate = false;
    void guessLanguage(text).then((language) => {
      if (!isLate) setGuessed(language);
    });
    return () => {
      isLate = true;
    };
  }, [text]);
  return guessed;
}

/** The sources of the cases on view that have no text yet, and a new one. */
function SourceChoice({ value, onChange, fault }: { value: string; onChange: (source: string) => void; fault?: string | undefined }) {
  const sources = useQuery(sourcesQuery());
  const texts = useQuery(textsQuery());
  const cases = useCases();
  const id = useId();
  const onView = new Set(cases?.shown.map((one) => one.id));
  const taken = new Set(texts.data?.texts.map(({ source }) => source));
  return (
    <p className="form-field">
      <label htmlFor={id}>{t.source}</label>
      <select
        id={id}
        className="field"
        value={value}
        aria-invalid={fault !== undefined || undefined}
        onChange={(event) => onChange(event.target.value)}
        data-autofocus
      >
        <option value="">{t.choose}</option>
        <option value={NEW}>{t.newSource}</option>
        {(sources.data?.sources ?? [])
          .filter((source) => !taken.has(source.id) && (onView.has(source.dataset) || source.id === value))
          .map((source) => (
            <option key={source.id} value={source.id}>
              {source.shortTitle}
            </option>
          ))}
      </select>
      {fault && <span className="field-fault">{fault}</span>}
    </p>
  );
}

interface TextFieldProps {
  value: string;
  onChange: (text: string) => void;
  onFile: (file: File) => void;
  busy: boolean;
  fault?: string | undefined;
}
/** Where the text is pasted, or a file is dropped. */
function TextField({ value, onChange, onFile, busy, fault }: TextFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const paragraphs = value === '' ? 0 : paragraphsOf(value).length;
  return (
    <div
      className="form-field"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        if (file && !busy) onFile(file);
      }}
    >
      <span className="row">
        <label htmlFor={id} style={{ flex: 1 }}>
          {t.text}
        </label>
        <button type="button" className="btn small" disabled={busy} onClick={() => input.current?.click()}>
          <IconFileUpload size={15} stroke={1.7} aria-hidden /> {t.file}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".txt,.md,.markdown,.html,.htm,.docx,.pdf"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
      </span>
      <textarea
        id={id}
        className="field text-pasted"
        rows={12}
        dir="auto"
        value={value}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-note`} className={fault ? 'field-fault' : 'meta'}>
        {fault ?? (paragraphs === 0 ? t.textHint : t.paragraphs(paragraphs))}
      </span>
    </div>
  );
}
