/** The paths of the trace that use a claim: each can be opened in words, or copied with its footnotes. */
import { IconCopy, IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { traceQuery, type TraceAnswer } from '../../api/queries.ts';
import { type Deps, useDeps } from '../../acts/deps.ts';
import { choosePath } from '../../acts/run-trace.ts';
import { useView } from '../../state/store.ts';
import { LineSample } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';
import { proseText } from '../trace/prose-text.ts';

const t = words.evidence;

/** The answer of the view's trace, from the cache only. */
function useTraceAnswer(): TraceAnswer | undefined {
  const trace = useView((s) => s.history.present.trace);
  const clocks = useView((s) => s.history.present.clocks);
  return useQuery({ ...traceQuery(trace.from ?? {}, trace.to ?? {}, trace.switches, clocks), enabled: false }).data;
}

function copyPath(deps: Deps, path: PathOver['path']): void {
  navigator.clipboard.writeText(proseText(path, 'plain')).then(
    () => deps.tell(words.app.copied),
    () => deps.tell(words.errors.notExported, true),
  );
}
/** Opens a path in words, with the hop of the claim emphasised. */
function readPath(deps: Deps, answer: TraceAnswer, { path, hop }: PathOver): void {
  choosePath(deps, answer, path.id);
  deps.store.dispatch({ type: 'read', reading: { path: path.id, hop } });
}

/** Shown at the top of the evidence while a path that uses the claim is being read. */
export function OnPath({ claim }: { claim: string }) {
  const deps = useDeps();
  const answer = useTraceAnswer();
  const reading = useView((s) => s.reading.path);
  const over = answer && pathsOver(answer, claim).find(({ path }) => path.id === (reading ?? answer.paths[0]?.id));
  if (!over) return null;
  return (
    <section className="on-path" aria-label={t.onPath}>
      <IconRoute size={16} stroke={1.7} aria-hidden />
      <span>
        <strong lang="en" dir="auto">
          {over.path.title}
        </strong>{' '}
        <span className="meta">
          {t.hopOf(over.hop + 1, over.path.hops.length)}
          {over.path.weakest.hop === over.hop && <> · {t.weakestHere}</>}
        </span>
      </span>
      <span className="row wrap">
        <button type="button" className="btn small" onClick={() => readPath(deps, answer, over)}>
          {t.readPath}
        </button>
        <button type="button" className="btn small" onClick={() => copyPath(deps, over.path)}>
          <IconCopy size={14} aria-hidden />
          {t.copy}
        </button>
      </span>
    </section>
  );
}

export function HoldsUp({ claim }: { claim: string }) {
  const deps = useDeps();
  const answer = useTraceAnswer();
  const drawn = useView((s) => s.history.present.canvas.claims);
  const over = answer ? pathsOver(answer, claim) : [];
  if (!answer || over.length === 0) return null;
  return (
    <section className="block" aria-label={t.holds}>
      <h3 className="heading">{t.holds}</h3>
      <p className="meta">{t.paths(over.length)}</p>
      <ul>
        {over.map((one) => {
          const { path, hop } = one;
          return (
            <li key={path.id} className="item over">
              <button type="button" className="path-row" onClick={() => readPath(deps, answer, one)}>
                <LineSample rank={path.weakest.rank} length={26} />
                <span>
                  <span lang="en" dir="auto">
                    {path.title}
                  </span>
                  <span className="meta" style={{ display: 'block' }}>
                    {t.hopOf(hop + 1, path.hops.length)} · {path.weakest.hop === hop ? t.weakestHere : t.weakest(words.standing[path.weakest.level])}
                    {path.hops.some(({ best }) => !drawn.includes(best)) && <> · {t.notDrawn}</>}
                  </span>
                </span>
              </button>
              <button type="button" className="btn ghost icon small" aria-label={t.copyPath(path.title)} title={t.copy} onClick={() => copyPath(deps, path)}>
                <IconCopy size={14} aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface PathOver {
  path: TraceAnswer['paths'][number];
  hop: number;
}

/** The paths of a trace that use a claim, each with the index of the hop. */
function pathsOver(answer: TraceAnswer, claim: string): PathOver[] {
  return answer.paths.flatMap((path) => {
    const hop = path.hops.findIndex(({ best, claims }) => best === claim || claims.includes(claim));
    return hop < 0 ? [] : [{ path, hop }];
  });
}
