/** The title of a path in a list: shortened where it is long; read out, and on hover, it is whole. */
import type { TraceAnswer } from '../../api/queries.ts';

export function PathTitle({ path: { title, inShort } }: { path: Pick<TraceAnswer['paths'][number], 'title' | 'inShort'> }) {
  if (inShort === title) return <strong dir="auto">{title}</strong>;
  return (
    <strong dir="auto" title={title}>
      <span className="visually-hidden">{title}</span>
      <span aria-hidden>{inShort}</span>
    </strong>
  );
}
