/** Words of the export. */
import type { RefusalReason } from '../../server/domain/model/lists.ts';
import { count } from './counting.ts';

/** What a refusal is about, in singular and plural. */
const REFUSED = {
  claim: ['claim', 'claims'],
  entity: ['person', 'people'],
  identity: ['identity', 'identities'],
  words: ['text of your own', 'texts of your own'],
} as const;

/** What cannot be told once the refused is left out. */
const LOST = {
  path: '; the path cannot be told without the rest',
  notLinked: '; that the two sides are not linked cannot be told without the rest',
} as const;

/** Why something is refused, in short, after what it is: "2 claims: no source that was seen". */
const REFUSAL_REASONS: Readonly<Record<RefusalReason, string>> = {
  unsupported: 'no passage that still stands supports it',
  converted: 'converted from a record, and no passage noted',
  'not-seen': 'no source that was seen',
  'no-place': 'no paragraph or page noted',
  'no-address': 'no address of the source noted',
  'no-accuser': 'nobody named who accuses',
  'at-risk': 'private and in danger',
  undecided: 'not decided that they are one',
  copied: 'six words or more in a row of a private text',
  'not-cleared': 'not marked as one that may go out',
  deleted: 'no longer in the notebook',
};

export const exportWords = {
  share: {
    title: 'Share this view',
    lead: 'Whoever opens the link sees this view over the same data, and nothing more.',
    link: 'Link',
    copy: 'Copy the link',
  },
  export: {
    title: 'Export',
    what: 'What',
    drawn: (e: number, c: number) => `What is drawn: ${count(e, 'entity', 'entities')}, ${count(c, 'claim')}`,
    selected: (e: number, c: number) => `What is selected: ${count(e, 'entity', 'entities')}, ${count(c, 'claim')}`,
    case: (titles: string[], claims: number) =>
      titles.length === 1 ? `The whole case “${titles[0]}”: ${count(claims, 'claim')}` : `All ${titles.length} cases on view, whole: ${count(claims, 'claim')}`,
    path: (title: string) => `The path: ${title}`,
    answer: (sentence: string) => `The answer: ${sentence}`,
    format: 'As',
    formats: {
      'markdown-dossier': 'Dossier (Markdown), prose with footnotes',
      'docx-dossier': 'Dossier for Word, with its footnotes',
      'html-dossier': 'Dossier as a web page, to read and to print',
      'own-json': 'Own JSON with its manifest (zip), to be imported again',
      'csv-set': 'CSV set with its manifest (zip), for a spreadsheet',
      'csv-neo4j': 'Neo4j: CSV set for its import',
      'csv-gephi': 'Gephi: CSV set for its spreadsheet import',
      graphml: 'GraphML: yEd, networkx, igraph',
      gexf: 'GEXF 1.3: Gephi, with dates',
      'cytoscape-json': 'Cytoscape JSON, with positions',
      'ftm-entities': 'FollowTheMoney entities: Aleph, OpenSanctions',
      'ftm-statements': 'FollowTheMoney statements, with the citation of each value',
      stix: 'STIX 2.1 bundle, whole through our extension',
      png: 'Picture (PNG), print size with legend and what every export prints',
      svg: 'Picture as vector drawing (SVG), the same for print and for designers',
      embed: 'Page for an article: picture, sentences and sources in one file',
    },
    program: 'For another program',
    programName: 'Program',
    programNone: 'Choose…',
    pictured: 'With the picture of what it tells',
    bundle: 'As a bundle that archives can verify (BagIt, with a description)',
    heading: 'Title',
    asked: 'What was asked, printed first',
    write: 'Write the file',
    waits: 'Waits for your choice on what is refused.',
    checking: 'Asking the publication gate…',
    passes: 'The publication gate lets this pass.',
    refused: (n: number) => `The publication gate refuses ${count(n, 'record')}. Nothing is written until you choose.`,
    unprintable: 'Cannot be printed as it stands',
    refusedFor(kind: keyof typeof REFUSED, n: number, why: RefusalReason) {
      const [one, many] = REFUSED[kind];
      return `${count(n, one, many)}: ${REFUSAL_REASONS[why]}`;
    },
    printable: (n: number, of: number) =>
      n === of
        ? `The publication gate lets ${of === 1 ? 'it' : 'each of them'} pass.`
        : n === 0
          ? `${of === 1 ? 'It cannot' : 'None of them can'} be printed as ${of === 1 ? 'it stands' : 'they stand'}.`
          : `${n} of ${of} can be printed as they stand.`,
    leaveOut: 'Leave those out, and list them in the file',
    leaves: (claims: number, of: number, lost?: keyof typeof LOST) => `Leaves ${claims} of ${count(of, 'claim')}${lost ? LOST[lost] : ''}.`,
    leavesNothing: 'Nothing would be left: every claim here is refused, or rests on what is.',
    override: 'Override, with a reason that is printed',
    overrides: 'The file says the reason, and everything that was refused.',
    next: (title: string) => `Take the next path that passes: ${title}`,
    noNext: 'No other path of this trace passes the gate either.',
    emptyDossier: 'A dossier tells claims, and this holds none. Draw a claim or choose a path first, or take another format.',
    reason: 'Reason, printed in the file',
    reasonNeeded: 'Write the reason; it is printed in every file.',
    printed: 'Printed in every format',
    remedy: (r: string) => r,
    done: (name: string) => `Written: ${name}`,
    nothing: 'Nothing is drawn, so there is nothing to export. Place an entity or run a trace first.',
    tooLarge: (n: number, most: number) =>
      `A picture shows at most ${most} entities; this holds ${n}. Choose fewer, such as one path or the neighbours of one entity, or take a format without a picture.`,
  },
} as const;
