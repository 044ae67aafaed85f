/** Words of the export. */
import { count } from './counting.ts';

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
    path: (title: string) => `The path: ${title}`,
    format: 'As',
    formats: {
      'markdown-dossier': 'Dossier (Markdown), prose with footnotes',
      'own-json': 'Own JSON with its manifest (zip), to be imported again',
      'csv-set': 'CSV set with its manifest (zip), for a spreadsheet',
      png: 'Picture (PNG), print size with legend and sources',
    },
    heading: 'Title',
    defaultTitle: (n: number) => `A piece of ${count(n, 'claim')}`,
    write: 'Write the file',
    checking: 'Asking the publication gate…',
    passes: 'The publication gate lets this pass.',
    refused: (n: number) => `The publication gate refuses ${count(n, 'record')}. Nothing is written until you choose.`,
    leaveOut: 'Leave those out, and list them in the file',
    override: 'Override, with a reason that is printed',
    reason: 'Reason, printed in the file',
    reasonNeeded: 'Write the reason; it is printed in every file.',
    printed: 'Printed in every format',
    remedy: (r: string) => r,
    done: (name: string) => `Written: ${name}`,
    nothing: 'Nothing is drawn, so there is nothing to export. Place an entity or run a trace first.',
    pngHeading: { legend: 'How to read the lines', sources: 'Sources in view' },
    nothingOfPath: 'Nothing of this path is drawn, so there is no picture of it. Show the path on the canvas first, or choose another format.',
    nothingLeft: 'Without what the publication gate refuses, nothing is left to draw.',
    faint: 'claims that do not pass are drawn faintly',
    overrideLine: (reason: string) => `Publication gate overridden: ${reason}`,
  },
} as const;
