/** Decides which frame an entity is in: a group by hand comes before one by type or country. */
import { byId } from '../../../server/domain/model/by-id.ts';
import type { NodeView } from '../../../server/contract/views.ts';
import { words } from '../../i18n/messages.ts';
import type { CanvasContent } from '../../state/view.ts';

export interface Frame {
  id: string;
  label: string;
  members: string[];
  /** The entity whose name the label prints; absent where it prints none. */
  country?: string;
}
export interface Frames {
  frames: Frame[];
  /** Entity → frame. */
  of: ReadonlyMap<string, string>;
}
export interface FrameInput {
  nodes: readonly NodeView[];
  canvas: Pick<CanvasContent, 'grouping' | 'groups'>;
  /** Entity → the country that claims give it; absent where none does. */
  countryOf?: ReadonlyMap<string, string>;
  nameOf: (id: string) => string;
}

export const NO_FRAMES: Frames = { frames: [], of: new Map() };

/** Frames in the order of their ids. A frame that would hold no drawn entity is left out. */
export function framesOf({ nodes, canvas, countryOf, nameOf }: FrameInput): Frames {
  if (canvas.grouping === 'none' && canvas.groups.length === 0) return NO_FRAMES;
  const t = words.drawing.frame;
  const frames = new Map<string, Frame>();
  const of = new Map<string, string>();
  const put = (id: string, name: () => string, member: string, names?: string): void => {
    const frame = frames.get(id) ?? { id, label: name(), members: [], ...(names === undefined ? {} : { country: names }) };
    frame.members.push(member);
    frames.set(id, frame);
    of.set(member, id);
  };
  const byHand = new Map(canvas.groups.flatMap((group) => group.members.map((member) => [member, group] as const)));
  for (const { id, type } of nodes) {
    const hand = byHand.get(id);
    const country = canvas.grouping === 'country' ? countryOf?.get(id) : undefined;
    if (hand) put(`group:hand:${hand.id}`, () => hand.name, id);
    else if (canvas.grouping === 'type') put(`group:type:${type}`, () => words.type[type], id);
    // An entity without such a claim gets no frame, because a frame would look like a finding.
    else if (country !== undefined)
      put(`group:country:${country}`, () => t.country(country === 'several' ? t.several : nameOf(country)), id, country === 'several' ? undefined : country);
  }
  const sorted = [...frames.values()].toSorted(byId);
  return { frames: sorted.map((frame) => ({ ...frame, label: t.counted(frame.label, frame.members.length) })), of };
}
