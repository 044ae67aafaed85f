/** Which elements are emphasised, as classes by element id. Kept apart from the elements, so that a selection changes only the elements it concerns. */
import type { Marks } from '../../state/marks/marks.ts';
import type { CanvasElements, NodeElement } from './elements.ts';

export interface Emphasis {
  selected: ReadonlySet<string>;
  selectedClaims: ReadonlySet<string>;
  /** Entities and claims that are not faded; undefined: all. */
  lit?: { entities: ReadonlySet<string>; claims: ReadonlySet<string> };
  /** The edges of the hop that is being read. */
  hop?: ReadonlySet<string>;
  /** Entities at which the paths of the trace begin and end: their names stay where others are hidden. */
  ends?: ReadonlySet<string>;
  marks?: Pick<Marks, 'claims' | 'greyBoth'>;
}
/** Classes by element id; elements without any are absent. */
export type EmphasisClasses = ReadonlyMap<string, readonly string[]>;

export const NO_EMPHASIS: Emphasis = { selected: new Set(), selectedClaims: new Set() };

export function emphasisClasses({ nodes, edges }: CanvasElements, { selected, selectedClaims, lit, hop, ends, marks }: Emphasis): EmphasisClasses {
  const byElement = new Map<string, string[]>();
  const put = (id: string, classes: (string | false | undefined)[]): void => {
    const given = classes.filter((one) => typeof one === 'string');
    if (given.length > 0) byElement.set(id, given);
  };
  const fadedEdges = new Map<string, string[]>();
  for (const edge of edges) {
    const claims = claimsOf(edge);
    const faded = lit && !claims.some((id) => lit.claims.has(id));
    put(edge.id, [
      claims.some((id) => selectedClaims.has(id)) && 'selected',
      claims.some((id) => hop?.has(id)) && 'hop',
      faded && 'faded',
      markClass(claims, marks),
    ]);
    if (faded) fadedEdges.set(edge.id, ['faded']);
  }
  for (const node of nodes) {
    if (node.type === 'Frame' || node.type === 'List' || node.type === 'Joint') continue;
    // The id of an open end is that of its edge, apart from one separator.
    if (node.type === 'Open') put(node.id, [fadedEdges.has(node.id.slice('open:'.length).replace(/:(subject|object)$/, '#$1')) && 'faded']);
    else
      put(node.id, [
        selected.has(node.id) && 'selected',
        ends?.has(node.id) && 'end',
        (lit ? isAside(node, lit) : node.classes.includes('unheld')) && 'faded',
        node.type === 'Text' && markClass(claimsOf(node), marks),
      ]);
  }
  return byElement;
}

/** The claims that an element is about. */
const claimsOf = ({ claim, strands }: Pick<NodeElement, 'claim' | 'strands'>): string[] =>
  strands?.map((strand) => strand.claim) ?? (claim === undefined ? [] : [claim]);

/** Whether nothing that a node stands for is emphasised. A text of a picture is about a claim, or about entities; a heading of a lane about nothing. */
function isAside(node: NodeElement, lit: NonNullable<Emphasis['lit']>): boolean {
  const { id, type, members, of } = node;
  const claims = claimsOf(node);
  if (claims.length > 0) return !claims.some((one) => lit.claims.has(one));
  if (members) return ![...members, ...(of === undefined ? [] : [of])].some((one) => lit.entities.has(one));
  return type !== 'Text' && !lit.entities.has(id);
}

/** The mark of a line; of a bundle the one that its claims share, else that some of it changed. A line that is no claim has none. */
function markClass(claims: readonly string[], marks: Emphasis['marks']): string | undefined {
  if (!marks || claims.every((id) => id === '')) return undefined;
  const found = new Set(claims.map((id) => marks.claims.get(id)));
  const [only] = found;
  if (found.size > 1) return 'mark-changed';
  if (only !== undefined) return `mark-${only}`;
  return marks.greyBoth ? 'mark-both' : undefined;
}
