/** What a claim will do, planned while it is filled in: its sentence, whether it joins one that is there, figures before and after, what would contest it, and the gate. */
import { useMediaQuery } from '@mantine/hooks';
import type { ClaimTold } from '../../../../server/contract/claim-told.ts';
import { openClaim } from '../../../acts/open-things.ts';
import { useDeps } from '../../../acts/deps.ts';
import { openForms } from '../../../state/draft/open-forms.ts';
import { dateText } from '../../../ui/date-text.ts';
import { originsFigure } from '../../../ui/figures.tsx';
import { words } from '../../../i18n/messages.ts';

const t = words.claimForm;

interface DoesProps {
  told: ClaimTold | undefined;
  planning: boolean;
  /** What is needed before it can be planned. */
  missing: readonly string[];
  problems: readonly { message: string; remedy: string }[];
  /** A passage of the case would be replaced. */
  replaces: boolean;
  /** Names of whom it accuses. */
  accused: readonly string[];
  accusatory: boolean;
}

/** Beside the form, in view wherever one types; on a phone folded to one line with the figures. */
export function ClaimDoes(props: DoesProps) {
  const { told, planning } = props;
  const phone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
  if (phone)
    return (
      <details className="claim-does" aria-label={t.does} aria-busy={planning}>
        <summary>
          <b>{t.does}</b> <span>{inOneLine(props)}</span> {planning && <span className="meta">…</span>}
        </summary>
        <div className="claim-does-body" tabIndex={0} role="region" aria-label={t.does}>
          <h3 className="visually-hidden">{t.does}</h3>
          <Does {...props} />
        </div>
      </details>
    );
  return (
    <aside className="claim-does" aria-label={t.does} aria-busy={planning} tabIndex={0}>
      <h3 className="heading">
        {t.does} <span className="meta">{planning ? words.draft.planning : told && t.notWritten}</span>
      </h3>
      <Does {...props} />
    </aside>
  );
}

function inOneLine({ told, missing, problems }: DoesProps): string {
  if (missing.length > 0) return t.missing(missing);
  if (problems.length > 0) return words.draft.problems(problems.length);
  if (!told) return '';
  const figures = rowsOf(told)
    .slice(0, 3)
    .map(([label, was, is]) => (was === undefined || was === is ? `${label} ${is}` : `${label} ${was} → ${is}`));
  return [...figures, told.gate.length === 0 ? t.gatePasses : t.gateRefuses(told.gate.length)].join(' · ');
}

function Does({ told, missing, problems, replaces, accused, accusatory }: DoesProps) {
  const deps = useDeps();
  return (
    <>
      {missing.length > 0 && <p role="status">{t.missing(missing)}</p>}
      {problems.length > 0 && (
        <ul className="in-the-way wrong" role="alert" lang="en">
          {problems.map(({ message, remedy }, n) => (
            <li key={n} dir="auto">
              {message} <span className="meta">{words.errors.todo(remedy)}</span>
            </li>
          ))}
        </ul>
      )}
      {told && (
        <>
          <section>
            <h4 className="heading">{t.prose}</h4>
            <p className="said" lang="en" dir="ltr" data-prose>
              {told.sentence}.
            </p>
          </section>
          {told.before ? (
            <p className="notice" role="status">
              <span>{told.after.citations > told.before.citations ? t.exists(told.after.citations) : t.isThere}</span>{' '}
              <button
                type="button"
                className="link"
                onClick={() => {
                  while (openForms.get().length > 0) openForms.close();
                  openClaim(deps, told.id);
                }}
              >
                {t.openIt}
              </button>
            </p>
          ) : (
            <p className="meta">{t.isNew}</p>
          )}
          {replaces && (
            <p className="notice warning" role="alert">
              {t.replacesPassage}
            </p>
          )}
          <BeforeAfter told={told} />
          <section>
            <h4 className="heading">{t.contests}</h4>
            {told.after.contested && <p>{t.contestedNow}</p>}
            <p className="meta" dir="auto">
              {accusatory && accused.length > 0 ? t.denial(accused) : t.contradiction}
            </p>
          </section>
          <section>
            <h4 className="heading">{t.gate}</h4>
            {told.gate.length === 0 ? (
              <p>{t.gatePasses}</p>
            ) : (
              <ul lang="en">
                {told.gate.map(({ reason, remedy }) => (
                  <li key={reason}>
                    {reason} <span className="meta">{words.errors.todo(remedy)}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </>
  );
}

function rowsOf({ before, after }: ClaimTold): [label: string, was: string | undefined, is: string][] {
  const dates = (of: ClaimTold['after']): string => (of.happened.length === 0 ? t.undated : of.happened.map((edtf) => dateText({ edtf })).join('; '));
  return [
    [t.figure.standing, before && words.standing[before.level], words.standing[after.level]],
    [t.figure.origins, before && originsFigure(before), originsFigure(after)],
    [t.figure.uninvolved, before && String(before.uninvolvedOrigins), String(after.uninvolvedOrigins)],
    [t.figure.citations, before && String(before.citations), String(after.citations)],
    [t.figure.when, before && dates(before), dates(after)],
  ];
}

function BeforeAfter({ told }: { told: ClaimTold }) {
  const { after, involved } = told;
  return (
    <section>
      <table className="before-after">
        <thead>
          <tr>
            <td />
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(told).map(([label, was, is]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="was">{was ?? t.nothingBefore}</td>
              <td className={was === is ? undefined : 'differs'}>
                <span aria-hidden>→ </span>
                {is}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {after.uninvolvedOrigins === 0 && involved.length > 0 && (
        <ul className="meta" lang="en">
          {involved.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
