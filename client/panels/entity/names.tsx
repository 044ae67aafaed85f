/** The names of an entity by script, each in its language and direction, with its kind and sources. */
import { useQuery } from '@tanstack/react-query';
import { sourcesQuery } from '../../api/queries.ts';
import type { EntityDetail } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { dateText } from '../../ui/date-text.ts';
import { words } from '../../i18n/messages.ts';
import { byScript } from './by-script.ts';

const t = words.entity;

export function Names({ names, redacted }: { names: EntityDetail['names']; redacted?: string | undefined }) {
  return (
    <section className="block" aria-label={t.names}>
      <h3 className="heading">{t.names}</h3>
      {byScript(names).map((group) => (
        <div key={group.script} className="names">
          <p className="meta">{words.script(group.script)}</p>
          <ul dir={group.dir} className={group.dir}>
            {group.names.map((name) => (
              <li key={`${name.lang} ${name.kind} ${name.text}`}>
                <bdi lang={name.lang} dir={group.dir} className="name">
                  {name.text}
                </bdi>
                <bdi className="meta" dir="ltr">
                  {redacted !== undefined && name.kind === 'label' ? t.redacted(dateText({ edtf: redacted })) : t.nameKind[name.kind]},{' '}
                  {words.language(name.lang)}
                  <Cited ids={name.sources ?? []} />
                </bdi>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** The sources of a name: one by its title, several by their number; each can be opened. */
function Cited({ ids }: { ids: readonly string[] }) {
  const deps = useDeps();
  const { data } = useQuery(sourcesQuery());
  const titleOf = (id: string): string => data?.sources.find((source) => source.id === id)?.shortTitle ?? id;
  if (ids.length === 0) return null;
  return (
    <>
      {' · '}
      {t.nameFrom}{' '}
      {ids.map((id, i) => (
        <span key={id}>
          {i > 0 && ', '}
          <button type="button" className="link" lang="en" title={titleOf(id)} onClick={() => openPanel(deps, { kind: 'source', id })}>
            {ids.length === 1 ? titleOf(id) : `${i + 1}`}
          </button>
        </span>
      ))}
    </>
  );
}
