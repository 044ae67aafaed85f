/** The parts of which a dossier is composed, in the order in which they are written. */
import { z } from 'zod';
import { upTo } from './parts.ts';
import { id, lineText, longText, refusedFor, selector, traceSwitches } from './records.ts';
import { coordinate } from './view-link.ts';

/** A path, as the sequence of its entities and the claims of its hops. */
export const askedPath = z.strictObject({ entities: z.array(id).min(2), claims: z.array(id).min(1) });
/** Where a drawing has its entities, in its own pixels. Of an entity that is not exported it is not written. */
export const positions = z
  .array(z.strictObject({ id, x: coordinate, y: coordinate }))
  .max(...upTo('subgraphEntities'))
  .optional();
export const askedTrace = z.strictObject({ from: selector, to: selector, switches: traceSwitches.default({}) });
/** What to do where the publication gate refuses the part: leave it out and list it, or print it with a reason. Absent: nothing is written. */
const gate = z.union([z.strictObject({ leaveOut: z.literal(true) }), z.strictObject({ override: longText })]).optional();

export const dossierPart = z.discriminatedUnion('kind', [
  /** The author's own words at the head. */
  z.strictObject({ kind: z.literal('lead'), text: longText, gate }),
  /** The answer in words, told from the paths of the dossier; with a trace also how many of its paths were not chosen, or that its two sides are not linked. */
  z.strictObject({ kind: z.literal('answer'), trace: askedTrace.optional(), gate }),
  z.strictObject({ kind: z.literal('picture'), positions, gate }),
  z.strictObject({ kind: z.literal('path'), ...askedPath.shape, gate }),
  z.strictObject({ kind: z.literal('claim'), id, gate }),
  /** Own words under a heading of their own, or either. */
  z.strictObject({ kind: z.literal('text'), heading: lineText(200).optional(), text: longText.optional(), gate }),
  /** Entries of the notebook; an assessment only where it is marked as one that may go out. */
  z.strictObject({ kind: z.literal('note'), id, gate }),
  z.strictObject({ kind: z.literal('assessment'), id, gate }),
]);
export type DossierPart = z.infer<typeof dossierPart>;
export type PartKind = DossierPart['kind'];

/** What stands in a dossier once at the most; own texts may be alike. */
function keyOf(part: DossierPart): string | undefined {
  switch (part.kind) {
    case 'text':
      return undefined;
    case 'path':
      return `path ${part.entities.join()} ${part.claims.join()}`;
    case 'claim':
    case 'note':
    case 'assessment':
      return `${part.kind} ${part.id}`;
    default:
      return part.kind;
  }
}

export const dossierParts = z
  .array(dossierPart)
  .min(1)
  .max(...upTo('dossierParts'))
  .refine(
    (parts) => {
      const keys = parts.flatMap((part) => keyOf(part) ?? []);
      return new Set(keys).size === keys.length;
    },
    refusedFor('has a part twice', 'name each path, claim and entry once, and one lead, answer and picture at the most'),
  )
  .refine(
    (parts) => parts.every((part) => part.kind !== 'text' || part.heading !== undefined || part.text !== undefined),
    refusedFor('has an own text without a word', 'give it a heading, a text or both'),
  );
