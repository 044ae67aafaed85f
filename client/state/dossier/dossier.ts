/** A dossier while it is composed: its parts in order. It keeps ids and the author's own words, never what the case says of them. Pure. */
import type { z } from 'zod';
import type { dossierPart, PartKind } from '../../../server/contract/dossier-parts.ts';
import { canonicalJson } from '../../../server/domain/model/canonical-json.ts';

export type Part = z.input<typeof dossierPart>;
export const DOSSIER_FORMS = ['html-dossier', 'docx-dossier', 'markdown-dossier', 'bundle'] as const;
export type DossierForm = (typeof DOSSIER_FORMS)[number];

export interface Dossier {
  title: string;
  /** What was asked, where the dossier was begun from a question. */
  asked: string;
  form: DossierForm;
  /** Whether the picture beside a dossier in Markdown is a vector drawing (SVG), and not dots (PNG). */
  vector: boolean;
  /** Each with a key of its own, by which it is known while it moves. */
  parts: { key: number; part: Part }[];
}
export const NO_DOSSIER: Dossier = { title: '', asked: '', form: 'html-dossier', vector: true, parts: [] };

/** What an earlier version kept may have another shape, and is begun anew. */
export const asDossier = (kept: Partial<Dossier>): Dossier =>
  Array.isArray(kept.parts) && typeof kept.title === 'string' && typeof kept.asked === 'string' ? { ...NO_DOSSIER, ...kept } : NO_DOSSIER;

/** One of these stands in a dossier at the most. */
export const ONCE: readonly PartKind[] = ['lead', 'answer', 'picture'];

/** What a part is of, without what was decided on it; two texts of one's own are never the same. */
function identityOf(part: Part): string | undefined {
  if (part.kind === 'text') return undefined;
  if (ONCE.includes(part.kind)) return part.kind;
  const { gate: _gate, ...rest } = part;
  return canonicalJson(rest);
}

export function holds({ parts }: Dossier, part: Part): boolean {
  const wanted = identityOf(part);
  return wanted !== undefined && parts.some((one) => identityOf(one.part) === wanted);
}

/** Those that are not in it yet, at the end; a lead at the head. */
export function added(dossier: Dossier, parts: readonly Part[]): Dossier {
  let next = dossier;
  for (const part of parts) {
    if (holds(next, part)) continue;
    const key = next.parts.reduce((most, one) => Math.max(most, one.key), 0) + 1;
    const entry = { key, part };
    next = { ...next, parts: part.kind === 'lead' ? [entry, ...next.parts] : [...next.parts, entry] };
  }
  return next;
}

export const without = (dossier: Dossier, at: number): Dossier => ({ ...dossier, parts: dossier.parts.filter((_, i) => i !== at) });

/** Puts a part that was taken out back in its place. */
export function putBack(dossier: Dossier, at: number, entry: Dossier['parts'][number]): Dossier {
  if (dossier.parts.some(({ key }) => key === entry.key) || holds(dossier, entry.part)) return dossier;
  return { ...dossier, parts: dossier.parts.toSpliced(at, 0, entry) };
}

/** The part at one place put at another; the same dossier where there is no such place. */
export function moved(dossier: Dossier, from: number, to: number): Dossier {
  const entry = dossier.parts[from];
  if (!entry || from === to || to < 0 || to >= dossier.parts.length) return dossier;
  return { ...dossier, parts: dossier.parts.toSpliced(from, 1).toSpliced(to, 0, entry) };
}

export const changed = (dossier: Dossier, at: number, part: Part): Dossier => ({
  ...dossier,
  parts: dossier.parts.map((one, i) => (i === at ? { ...one, part } : one)),
});

/** What is sent of it: own words without a word are no part. Each with its place among all. */
export function sentParts({ parts }: Dossier): { at: number; part: Part }[] {
  const isSaid = (text: string | undefined) => text !== undefined && text.trim() !== '';
  return parts.flatMap(({ part }, at): { at: number; part: Part }[] => {
    if (part.kind === 'lead') return isSaid(part.text) ? [{ at, part }] : [];
    if (part.kind !== 'text') return [{ at, part }];
    const { heading, text, gate } = part;
    if (!isSaid(heading) && !isSaid(text)) return [];
    return [{ at, part: { kind: 'text', ...(isSaid(heading) && { heading }), ...(isSaid(text) && { text }), ...(gate && { gate }) } }];
  });
}

/** Under which the dossier of the cases on view is kept. */
export const dossierKey = (datasets: readonly string[]): string => `dossier ${datasets.length === 0 ? 'all' : datasets.toSorted().join(' ')}`;
