/** The predicates of the core vocabulary that join two entities, as far as an importer must know them; a test holds them against the vocabulary. */
import type { EntityType } from '../../domain/model/lists.ts';

/** Id, finite form, types of the subject, types of the object. */
const ROWS: readonly (readonly [string, string, string, string])[] = [
  ['hired', 'hired', 'Person Group Gang Agency Organization Country', 'Person Group Gang'],
  ['recruited', 'recruited', 'Person Group Gang Agency Organization Country', 'Person Group Gang'],
  ['tasked', 'tasked', 'Person Group Gang Agency Organization Country', 'Person Group Gang'],
  ['ordered', 'ordered', 'Person Group Gang Agency Organization Country', 'Plot Event'],
  ['gave-orders-to', 'gave orders to', 'Person Group Gang Agency Organization Country', 'Person Group Gang'],
  ['directed', 'directed', 'Person Group Gang Agency Organization Country', 'Person Group Gang Plot Event'],
  ['called-for-death-of', 'called for the death of', 'Person Organization Country Measure', 'Person Group Gang'],
  ['financed', 'financed', 'Person Group Gang Agency Organization Country', 'Person Group Gang Agency Organization'],
  ['communicated-with', 'communicated with', 'Person Group Gang Agency Organization', 'Person Group Gang Agency Organization'],
  ['introduced', 'introduced', 'Person Group Gang Agency Organization', 'Person Group Gang'],
  ['carried-out', 'carried out', 'Person Group Gang Agency Organization Country', 'Plot Event'],
  ['planned', 'planned', 'Person Group Gang Agency Organization Country', 'Plot Event'],
  ['took-part-in', 'took part in', 'Person Group Gang', 'Plot'],
  ['attacked', 'attacked', 'Person Group Gang Agency Organization Country', 'Person Group Gang Organization Country Place'],
  ['killed', 'killed', 'Person Group Gang Agency Organization Country Event', 'Person Group'],
  ['possessed', 'was in possession of', 'Person Group Gang', 'Item'],
  ['surveilled', 'secretly watched', 'Person Group Gang Agency Organization Country', 'Person Group Gang Agency Organization Place Event'],
  ['present-at', 'was at', 'Person Group Gang', 'Place Event'],
  ['smuggled', 'smuggled', 'Person Group Gang Agency Organization', 'Item'],
  ['supplied', 'brought or handed over', 'Person Group Gang Agency Organization Country', 'Item'],
  ['responsible-for', 'is responsible for', 'Person Group Gang Agency Organization Country', 'Plot Event'],
  ['aimed-at', 'was aimed at', 'Plot Event', 'Person Group Agency Organization Country Place Event Item'],
  ['targeted', 'targeted', 'Person Group Gang Agency Organization Country', 'Person Group Gang Organization Country Event'],
  ['threatened', 'threatened', 'Person Group Gang Agency Organization Country', 'Person Group Gang Organization Country Event'],
  ['countered', 'acted against', 'Person Group Gang Agency Organization Country Measure', 'Person Group Gang Agency Organization Country Event'],
  ['organ-of', 'is an organ of', 'Agency Organization', 'Agency Organization Country'],
  ['part-of', 'is part of', 'Group Gang Agency Organization', 'Group Gang Agency Organization'],
  ['member-of', 'is a member of', 'Person Group Country', 'Group Gang Agency Organization'],
  ['gang-member-of', 'is a member of', 'Person Group', 'Gang'],
  ['leads', 'leads', 'Person Group', 'Group Gang Agency Organization Country'],
  ['gang-leader-of', 'is the leader of', 'Person Group', 'Gang'],
  ['works-for', 'works for', 'Person Group', 'Group Gang Agency Organization Country'],
  ['held-post-in', 'held a post in', 'Person', 'Agency Organization Country'],
  ['founded-order-of', 'founded the ruling order of', 'Person Group', 'Country'],
  ['convened', 'organised', 'Person Group Agency Organization Country', 'Event'],
  ['collaborated-with', 'collaborated with', 'Person Group Gang Agency Organization Country', 'Person Group Gang Agency Organization Country'],
  ['associated-with', 'is associated with', 'Person Group Gang Agency Organization Country Place Item', 'Person Group Gang Agency Organization Country'],
  ['attended', 'took part in', 'Person Group Organization', 'Event'],
  ['motivated-by', 'was motivated by', 'Person Group Country Plot Event', 'Person Group Event Measure'],
  ['emboldened', 'emboldened', 'Person Group Gang Agency Organization Country', 'Person Group Gang Agency Country'],
  ['resulted-in', 'resulted in', 'Plot Event Measure', 'Event Measure'],
  ['preceded', 'preceded', 'Plot Event Measure', 'Plot Event Measure'],
  ['postponed', 'postponed', 'Group Agency Organization Country', 'Event'],
  ['no-established-link-to', 'has no established link to', 'Person Group Gang Agency Organization Plot', 'Person Group Gang Agency Organization Country Plot'],
  ['charged', 'charged', 'Group Agency Organization Country', 'Person Group Gang Organization'],
  ['convicted', 'convicted', 'Agency Organization', 'Person Group Organization'],
  ['sentenced', 'sentenced', 'Agency Organization', 'Person Group'],
  ['arrested', 'arrested or detained', 'Group Agency Organization Country', 'Person Group'],
  ['searched', 'searched', 'Group Agency Organization Country', 'Person Group Place Item'],
  ['investigated', 'investigated', 'Group Agency Organization Country', 'Person Group Gang Organization Plot Event'],
  ['designated', 'listed', 'Agency Organization Country', 'Person Group Gang Agency Organization'],
  ['sanctioned', 'sanctioned', 'Agency Organization Country', 'Person Group Gang Agency Organization Country'],
  ['issued', 'issued', 'Person Agency Organization Country', 'Measure'],
  ['approved', 'approved', 'Agency Organization Country', 'Measure'],
  ['party-to', 'is a party to', 'Person Agency Organization Country', 'Event Case Measure'],
  ['applies-to', 'applies to', 'Measure', 'Person Group Agency Organization Country'],
  ['remitted', 'commuted or set aside the sentence of', 'Agency Organization Country', 'Person Group'],
  ['released', 'released', 'Group Agency Organization Country', 'Person Group'],
  ['expelled', 'expelled or deported', 'Agency Organization Country', 'Person Group'],
  ['located-in', 'is located in', 'Person Group Gang Agency Organization Place Item', 'Country Place'],
  ['took-place-in', 'was located in', 'Plot Event Case', 'Country Place'],
  ['resident-of', 'lived in', 'Person Group', 'Country Place'],
  ['citizen-of', 'is a national of', 'Person Group', 'Country'],
  ['born-in', 'was born in', 'Person', 'Country Place'],
  ['travelled-to', 'travelled to', 'Person Group', 'Country Place'],
  ['warned', 'warned', 'Person Group Gang Agency Organization Country', 'Person Group Gang Agency Organization Country'],
  ['praised', 'praised', 'Person Group Agency Organization Country', 'Person Group Gang Agency Organization Country Event Case Measure'],
  ['criticised', 'criticised', 'Person Group Agency Organization Country', 'Person Group Agency Organization Country Event Measure'],
  ['campaigned-against', 'campaigned against', 'Person Group Organization', 'Person Agency Organization Country Event Measure'],
  ['called-for', 'called for', 'Person Group Agency Organization Country', 'Measure'],
  [
    'possibly-same-as',
    'is possibly the same as',
    'Person Group Gang Agency Organization Place Plot Event Case Item',
    'Person Group Gang Agency Organization Place Plot Event Case Item',
  ],
];

interface CoreVerb {
  id: string;
  finite: string;
  subject: ReadonlySet<string>;
  takes: ReadonlySet<string>;
}
export const CORE_VERBS: readonly CoreVerb[] = ROWS.map(([id, finite, subject, takes]) => ({
  id,
  finite,
  subject: new Set(subject.split(' ')),
  takes: new Set(takes.split(' ')),
}));
const BY_ID: ReadonlyMap<string, CoreVerb> = new Map(CORE_VERBS.map((verb) => [verb.id, verb]));

export interface EndTypes {
  subject: EntityType;
  object: EntityType;
}
const fitsVerb = ({ subject, takes }: CoreVerb, types: EndTypes): boolean => subject.has(types.subject) && takes.has(types.object);

export const isCore = (id: string): boolean => BY_ID.has(id);

/** Whether a claim with this predicate may join entities of these types. */
export function fitsCore(id: string, types: EndTypes): boolean {
  const verb = BY_ID.get(id);
  return verb !== undefined && fitsVerb(verb, types);
}

/** The one predicate that is worded so and may join these types; where there are several, none. */
export function coreOfWords(finite: string, types: EndTypes): string | undefined {
  const found = CORE_VERBS.filter((verb) => verb.finite === finite && fitsVerb(verb, types));
  return found.length === 1 ? found[0]?.id : undefined;
}

/** Those that have no direction. */
export const SYMMETRIC_CORE: ReadonlySet<string> = new Set(['communicated-with', 'collaborated-with', 'no-established-link-to', 'possibly-same-as']);
/** Those that accuse one of their ends: never taken for the words of a table, but where the mapping says so. */
export const ACCUSING_CORE: ReadonlySet<string> = new Set(
  (
    'hired recruited tasked ordered gave-orders-to directed called-for-death-of financed introduced carried-out planned took-part-in attacked killed possessed ' +
    'surveilled present-at smuggled supplied responsible-for targeted threatened gang-member-of gang-leader-of collaborated-with emboldened classed-as'
  ).split(' '),
);
