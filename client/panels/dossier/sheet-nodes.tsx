/** The page of a dossier as React nodes, from the body that the server rendered: a few elements are let through, with no attribute but what is named here, so that nothing in it can run. */
import { createElement, type ReactNode } from 'react';

/** Elements of a dossier. Of any other only what stands in it is shown. */
const ELEMENTS: ReadonlySet<string> = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'p',
  'ul',
  'ol',
  'li',
  'em',
  'strong',
  'sup',
  'section',
  'blockquote',
  'hr',
  'code',
  'pre',
  'br',
  'figure',
  'figcaption',
]);
/** Elements of which nothing is shown. */
const NEVER: ReadonlySet<string> = new Set(['script', 'style', 'iframe', 'object', 'template', 'noscript', 'title', 'head']);
/** Ids of the page stand beside those of the workbench. */
const ID = 'sheet-';

export interface SheetParts {
  /** Shows a part of the dossier, by its place. */
  part: (place: number, inner: ReactNode) => ReactNode;
}

/** @param html of the server; it is parsed into a document that is never shown, in which no script runs and nothing is loaded */
export function sheetNodes(html: string, { part }: SheetParts): ReactNode {
  const nodesOf = (parent: Node): ReactNode[] => [...parent.childNodes].map((node, i) => nodeOf(node, i));
  const nodeOf = (node: Node, key: number): ReactNode => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    if (!(node instanceof Element)) return null;
    const name = node.localName;
    if (NEVER.has(name)) return null;
    if (name === 'svg') return <img key={key} src={drawingOf(node)} alt={node.querySelector('title')?.textContent ?? ''} />;
    const inner = nodesOf(node);
    const place = name === 'section' ? node.getAttribute('data-part') : null;
    if (place !== null && /^\d+$/.test(place)) return <PartNode key={key}>{part(Number(place), inner)}</PartNode>;
    if (name === 'a') return <Link key={key} link={node} inner={inner} />;
    if (!ELEMENTS.has(name)) return <PartNode key={key}>{inner}</PartNode>;
    const id = idOf(node);
    const isNotes = name === 'section' && node.classList.contains('footnotes');
    const props = { key, ...(id && { id }), ...(isNotes && { className: 'sheet-notes', 'aria-label': node.getAttribute('aria-label') ?? undefined }) };
    return name === 'hr' || name === 'br' ? createElement(name, props) : createElement(name, props, ...inner);
  };
  return nodesOf(new DOMParser().parseFromString(html, 'text/html').body);
}

const PartNode = ({ children }: { children?: ReactNode }): ReactNode => children;

/** A drawing as an image of its own: in one, no browser runs a script or loads anything. */
const drawingOf = (svg: Element): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;

const idOf = (node: Element): string | undefined => (/^fn(?:ref)?[\d:]+$/.test(node.id) ? ID + node.id : undefined);

/** To a footnote and back within the page, or to the address of a source in a tab of its own. */
function Link({ link, inner }: { link: Element; inner: ReactNode[] }): ReactNode {
  const to = link.getAttribute('href') ?? '';
  if (/^#fn(?:ref)?[\d:]+$/.test(to)) {
    const target = ID + to.slice(1);
    const go = (event: React.MouseEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      const found = document.getElementById(target);
      found?.scrollIntoView({ block: 'center' });
      // The number of a note has the focus on the way back, a note on the way there.
      (found?.querySelector<HTMLElement>('a') ?? found)?.focus();
    };
    return (
      <a href={`#${target}`} id={idOf(link)} onClick={go}>
        {inner}
      </a>
    );
  }
  if (!/^https?:\/\//i.test(to)) return <span>{inner}</span>;
  return (
    <a href={to} target="_blank" rel="noreferrer noopener" onClick={(event) => event.stopPropagation()}>
      {inner}
    </a>
  );
}
