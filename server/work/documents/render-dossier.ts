/** Renders a dossier in Markdown as a web page or as a Word document, in a thread: a long one takes seconds. */
import { inThread } from '../in-thread.ts';

export const DOCUMENT_KINDS = ['html', 'docx'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
/** Characters up to which the body of a page is made at once, which takes milliseconds; to begin a thread takes longer. */
const AT_ONCE = 100_000;

export interface DossierToRender {
  kind: DocumentKind | 'body';
  title: string;
  /** As the Markdown exporter writes it, without a manifest. */
  markdown: string;
  /** Of a composed dossier the lines at which its parts stand, for what is shown before it is written. */
  placed?: { part: number; from: number; to: number }[];
  /** The picture that the Markdown names, for a page as SVG and for Word as PNG. */
  figure?: { svg: string; png: Uint8Array; width: number; height: number; alt: string };
}
/** A part of a document; a web page is one part. */
export interface DocumentPart {
  name: string;
  bytes: Uint8Array;
}

export const RENDERING_LIMITS = {
  /** Milliseconds that one dossier may take. */
  renderingMs: 120_000,
  /** Megabytes of memory that one dossier may need. */
  renderingMemory: 1_024,
} as const;
type RenderingLimits = { readonly [Name in keyof typeof RENDERING_LIMITS]: number };

/**
 * @param limits tests lower them
 * @returns the web page, or the parts of which the Word document is packed, sorted by name
 * @throws AppError `limit` where the dossier needs more time or memory than it may
 */
export async function renderDossier(dossier: DossierToRender, limits: RenderingLimits = RENDERING_LIMITS): Promise<DocumentPart[]> {
  return inThread<DocumentPart[]>(new URL('rendering-thread.ts', import.meta.url), dossier, {
    time: { name: 'renderingMs', value: limits.renderingMs },
    memory: { name: 'renderingMemory', value: limits.renderingMemory },
    work: 'render this dossier',
    instead: 'Take it as Markdown, or choose fewer claims.',
    failed: 'The thread that renders dossiers failed. Take the dossier as Markdown.',
  });
}

/**
 * The body of the page that would be written, each part of a composed dossier in a section with its place.
 * @throws as `renderDossier`
 */
export async function bodyOf(dossier: Pick<DossierToRender, 'markdown' | 'placed' | 'figure'>): Promise<string> {
  if (dossier.markdown.length <= AT_ONCE) return (await import('./html-of-dossier.ts')).bodyOfDossier(dossier);
  const [part] = await renderDossier({ kind: 'body', title: '', ...dossier });
  return new TextDecoder().decode(part?.bytes);
}
