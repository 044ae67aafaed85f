/** Made-up texts, predicates and plans, as the API sends them to the forms of the desk. */
import type { ClaimTold } from '../../server/contract/claim-told.ts';

export const verbForms = (finite: string) => ({ finite, infinitive: `to have ${finite}`, passive: `was ${finite}`, noun: finite });
export const predicate = (id: string, more: object) => ({
  id,
  dataset: 'core',
  forms: verbForms(id),
  inverse: `${id}-by`,
  group: 'sponsorship',
  within: false,
  traversed: true,
  recordsDeath: false,
  roles: {},
  definition: `what ${id} means`,
  example: 'an example',
  misuse: 'something else',
  qualifiers: [],
  accuses: [],
  claims: 0,
  ...more,
});
const textHead = (source: string, paragraphs: number) => ({
  source,
  sha256: 'a'.repeat(64),
  language: 'en',
  paragraphs,
  characters: 99,
  revision: 7,
  at: '2024-05-02T00:00:00Z',
});
export const textSummary = (dataset: string, source: string) => ({ ...textHead(source, 2), dataset, title: source, carrying: [], orphans: 0 });
export const textRead = (source: string, paragraphs: string[]) => ({
  text: textHead(source, paragraphs.length),
  paragraphs: paragraphs.map((one) => ({ text: one, sha256: 'b'.repeat(64) })),
  orphans: [],
});
export const PREDICATES = [
  predicate('hired', { subject: ['Person', 'Organization'], takes: ['Person'], qualifiers: ['via', 'in'], accuses: ['subject', 'object'], claims: 9 }),
  predicate('met-with', { subject: ['Person'], takes: ['Person'], symmetric: true, claims: 4 }),
  predicate('described-as', { subject: ['Person'], takes: ['text'], claims: 1 }),
];

export const figures: ClaimTold['after'] = {
  level: 'reported',
  rank: 1,
  origins: 1,
  originsOpen: false,
  uninvolvedOrigins: 1,
  citations: 1,
  contested: false,
  happened: [],
};
export const told = (id: string, more: Partial<ClaimTold> = {}): ClaimTold => ({
  id,
  own: true,
  isNew: true,
  sentence: 'The skipper is reported to have met the company',
  after: figures,
  involved: [],
  contestedBy: [],
  gate: [],
  ...more,
});
