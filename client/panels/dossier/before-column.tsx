/** What stands between the dossier and the file: what is refused with three ways out, what is printed in any case, and the form of the file. */
import { useState } from 'react';
import { IconBan, IconDownload } from '@tabler/icons-react';
import type { GateRefusal } from '../../../server/contract/routes/exports.ts';
import { evidenceQuery } from '../../api/queries.ts';
import { type Deps, useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { DOSSIER_FORMS, type Part } from '../../state/dossier/dossier.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { words } from '../../i18n/messages.ts';
import { WaitingLine } from '../../ui/states.tsx';
import type { UsedDossier } from './use-dossier.ts';

const t = words.dossier;

export function BeforeColumn({ used, mayWrite, busy, onWrite }: { used: UsedDossier; mayWrite: boolean; busy: boolean; onWrite: () => void }) {
  const { dossier, shown } = used;
  const refused = refusedPlaces(used);
  const preview = shown?.preview;
  return (
    <section className="region composer-before" aria-label={t.before}>
      <header className="composer-head">
        <h2>{t.before}</h2>
      </header>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.before}>
        <Refused used={used} refused={refused} />
        {preview && (
          <>
            <section className="block" aria-label={t.inAnyCase}>
              <h3 className="heading">{t.inAnyCase}</h3>
              <ul className="composer-figures">
                <li>{t.figures.accused(preview.figures.accused, preview.figures.withoutResponse)}</li>
                <li>{t.figures.origins(preview.figures.singleOrigin, preview.figures.claims)}</li>
                <li>{t.figures.sources(preview.figures.sources, preview.figures.seen)}</li>
                <li>{t.figures.leftOut(preview.figures.leftOut)}</li>
                <li>{t.figures.facts}</li>
              </ul>
              <details>
                <summary className="link">{t.lines}</summary>
                <ul className="printed" lang="en">
                  {preview.printed.map((line) => (
                    <li key={line} dir="auto">
                      {line}
                    </li>
                  ))}
                </ul>
              </details>
            </section>
          </>
        )}
        <div className="block">
          <fieldset className="bare-set">
            <legend className="heading">{t.as}</legend>
            {DOSSIER_FORMS.map((form) => (
              <label key={form} className="check">
                <input type="radio" name="dossier-form" checked={dossier.form === form} onChange={() => used.change({ ...dossier, form })} />
                {t.forms[form]}
              </label>
            ))}
          </fieldset>
          {dossier.parts.some(({ part }) => part.kind === 'picture') && <PictureForm used={used} />}
        </div>
      </div>
      <div className="composer-write">
        <WaitingLine />
        <button type="button" className="btn primary" disabled={!mayWrite || busy} onClick={onWrite}>
          <IconDownload size={16} stroke={1.7} aria-hidden />
          {busy ? t.writing : t.write}
        </button>
        {refused.length > 0 ? (
          <p className="meta">
            {t.waits} <kbd className="kbd">.</kbd> {t.goesTo}
          </p>
        ) : (
          preview && !preview.mayWrite && preview.figures.claims === 0 && <p className="meta">{t.waitsEmpty}</p>
        )}
      </div>
    </section>
  );
}

/** What the picture is in the file: Markdown has it in a file of its own, in one of two forms. */
function PictureForm({ used: { dossier, change } }: { used: UsedDossier }) {
  const { form, vector } = dossier;
  if (form !== 'markdown-dossier') return <p className="meta composer-picture">{form === 'docx-dossier' ? t.pictureInWord : t.pictureInPage}</p>;
  return (
    <label className="check composer-picture">
      <input type="checkbox" checked={vector} onChange={(event) => change({ ...dossier, vector: event.target.checked })} />
      {t.vector}
    </label>
  );
}

/** The places of the parts that wait for a choice. */
export function refusedPlaces({ dossier, factsOf }: UsedDossier): number[] {
  return dossier.parts.flatMap((_, at) => (factsOf(at)?.state === 'refused' ? [at] : []));
}

function Refused({ used, refused }: { used: UsedDossier; refused: readonly number[] }) {
  const { dossier, shown, at } = used;
  const place = refused.includes(at) ? at : refused[0];
  const isDecided = dossier.parts[at]?.part.gate !== undefined;
  const beside = shown?.preview.refused.filter(({ kind, id }) => kind === 'words' && t.besideParts[id] !== undefined) ?? [];
  return (
    <div className="block">
      <p className={refused.length > 0 ? 'composer-verdict refused' : 'composer-verdict'} role="status">
        {refused.length > 0 && <IconBan size={16} stroke={1.8} aria-hidden />}
        {shown ? t.refused(refused.length, dossier.parts.length) : words.export.checking}
      </p>
      {beside.map((one) => (
        <p key={one.id} className="composer-reason">
          <b>{t.besideParts[one.id]}:</b> {one.reason} {one.remedy}
        </p>
      ))}
      {isDecided && !refused.includes(at) && <Decided used={used} at={at} />}
      {place !== undefined && <Remedies key={dossier.parts[place]?.key} used={used} at={place} />}
    </div>
  );
}

/** A choice that was made can be taken back. */
function Decided({ used, at }: { used: UsedDossier; at: number }) {
  const state = used.factsOf(at)?.state;
  const undecide = (): void => {
    const { gate: _gate, ...part } = used.dossier.parts[at]!.part;
    used.setPart(at, part as Part);
  };
  return (
    <div className="composer-decided">
      <p>
        <b dir="auto">{used.titleOf(at)}</b>: {state && t.states[state]}.
      </p>
      <button type="button" className="btn small" onClick={undecide}>
        {t.undecide}
      </button>
    </div>
  );
}

function Remedies({ used, at }: { used: UsedDossier; at: number }) {
  const deps = useDeps();
  const [reason, setReason] = useState<string>();
  const part = used.dossier.parts[at]!.part;
  const facts = used.factsOf(at);
  const refusals = facts?.refused.flatMap((n) => used.shown?.preview.refused[n] ?? []) ?? [];
  const isHeldBack = refusals.some(({ why }) => why === 'not-cleared' || why === 'deleted');
  const mend = mendOf(deps, refusals[0], part, () => used.choose(at));
  const decide = (gate: NonNullable<Part['gate']>): void => used.setPart(at, { ...part, gate });
  const goes = facts?.alsoGoes.map((place) => used.titleOf(used.dossier.parts.findIndex(({ key }) => key === used.shown?.keys[place]))) ?? [];
  return (
    <div className="composer-remedies">
      <p className="composer-of" dir="auto">
        {used.titleOf(at)}
      </p>
      {refusals.map((one) => (
        <p key={`${one.kind} ${one.id} ${one.why}`} className="composer-reason" lang="en" dir="ltr">
          {one.reason} <span className="meta">{one.remedy}</span>
        </p>
      ))}
      <button type="button" className="btn primary" onClick={() => (isHeldBack ? used.take(at) : decide({ leaveOut: true }))}>
        {isHeldBack ? t.leave : t.leaveOut}
      </button>
      {mend && (
        <button type="button" className="btn" onClick={mend.run}>
          {mend.label}
        </button>
      )}
      {isHeldBack ? (
        <p className="meta">{t.heldBack}</p>
      ) : reason === undefined ? (
        <button type="button" className="btn" onClick={() => setReason('')}>
          {t.print}
        </button>
      ) : (
        <form
          className="composer-own"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '') decide({ override: reason.trim() });
          }}
        >
          <label>
            <span className="heading">{t.reason}</span>
            <textarea className="field" rows={3} maxLength={4000} value={reason} autoFocus dir="auto" onChange={(event) => setReason(event.target.value)} />
          </label>
          <button type="submit" className="btn" disabled={reason.trim() === ''}>
            {t.printNow}
          </button>
        </form>
      )}
      {!isHeldBack && <p className="meta">{goes.length === 0 ? t.nothingElse : t.goesToo(goes.join('; '))}</p>}
    </div>
  );
}

/** What would make the part pass: the record, its source, or its words. */
function mendOf(deps: Deps, refusal: GateRefusal | undefined, part: Part, choose: () => void): { label: string; run: () => void } | undefined {
  if (!refusal) return undefined;
  if (refusal.why === 'deleted') return undefined;
  if (part.kind === 'assessment' && (refusal.why === 'not-cleared' || refusal.why === 'copied'))
    return { label: t.mend.assessment, run: () => openPanel(deps, { kind: 'assessment', id: part.id }) };
  if (refusal.kind === 'words') {
    if (part.kind === 'note') return undefined;
    return {
      label: t.mend.words,
      run() {
        choose();
        setTimeout(() => document.querySelector<HTMLElement>('[data-own-text]')?.focus());
      },
    };
  }
  if (refusal.kind === 'claim' && refusal.why === 'no-address') return { label: t.mend.source, run: () => void openSource(deps, refusal.id) };
  if (refusal.kind === 'identity') return undefined;
  const { kind, id } = refusal;
  return { label: t.mend.record, run: () => openForms.open({ form: 'edit', kind, id }) };
}

/** The page that is read for the claim, where its address is noted. */
async function openSource(deps: Deps, claim: string): Promise<void> {
  const evidence = await deps.queries.fetchQuery(evidenceQuery(claim, deps.store.get().history.present.clocks));
  const source = evidence.origins.flatMap((origin) => origin.citations)[0]?.source;
  if (source === undefined) openForms.open({ form: 'edit', kind: 'claim', id: claim });
  else openForms.open({ form: 'edit', kind: 'source', id: source });
}
