/** Places a described picture: where its entities stood when it was drawn, else by the rules of the window, in room for as many as there are. */
import ELK from 'elkjs/lib/elk.bundled.js';
import { composeAt, composePicture, type Engines } from '../../domain/picturing/compose.ts';
import { type ClaimLine, joinsOfLines, wholeLines } from '../../domain/picturing/drawn/claim-lines.ts';
import { finish } from '../../domain/picturing/finish.ts';
import { DRAWN_WORDS, pictureWordsOf } from '../../domain/picturing/picture-words.ts';
import type { Measure, Picture, PictureInput } from '../../domain/picturing/picture.ts';
import { placeLanes } from '../../domain/picturing/place/place-lanes.ts';
import { type DescribedPicture, isPlaced, placesOf } from '../../domain/picturing/svg/described-picture.ts';

/** Room for this many entities, in the shape of what a page has between its head and its foot. */
const ROOM = { width: 1_400, height: 700, entities: 80 };

export interface Composed {
  picture: Picture;
  lines: ReadonlyMap<string, ClaimLine>;
}

export async function composeDescribed(described: DescribedPicture, measure: Measure): Promise<Composed> {
  const { nodes, claims } = described;
  const shown = new Set(nodes.map(({ id }) => id));
  const lines = wholeLines(claims, shown, DRAWN_WORDS);
  const larger = Math.sqrt(Math.max(1, nodes.length / ROOM.entities));
  const input: PictureInput = {
    entities: nodes.map(({ id, type, name, lane, unnamed, generic, unresolved }) => ({ id, type, name, lane, vague: unnamed || generic || unresolved })),
    joins: joinsOfLines(lines),
    room: { width: Math.round(ROOM.width * larger), height: Math.round(ROOM.height * larger) },
    keep: [],
    fixed: placesOf(described),
    opened: [],
  };
  const elk = new ELK();
  const engines: Engines = {
    elk: (graph) => elk.layout(graph),
    lanes: (...given) => Promise.resolve(placeLanes(...given)),
    finish: (placed) => Promise.resolve(finish(placed)),
    pause: () => Promise.resolve(),
  };
  const words = pictureWordsOf(DRAWN_WORDS);
  const picture = isPlaced(described) ? composeAt(input, words, measure, engines) : composePicture({ ...input, fixed: new Map() }, words, measure, engines);
  return { picture: await picture, lines };
}
