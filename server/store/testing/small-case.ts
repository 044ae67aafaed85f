/** A small case that tests of the store write, and a claim that puts a body above it. */
import { records } from '../../domain/testing/build-records.ts';

/** Two newsrooms, a ministry that one of them reprints, a small gang within a state. */
export const base = () =>
  records({
    entities: { ann: 'Person', bob: 'Person', gang: 'Gang', state: 'Country', ministry: 'Agency' },
    voices: [{ id: 'paper' }, { id: 'ministry', entities: ['ministry'], stake: [{ entity: 'state', as: 'opponent', why: 'accuses the state' }] }],
    sources: [
      { id: 'press-release', voice: 'ministry' },
      { id: 'article', voice: 'paper' },
      { id: 'reprint', voice: 'paper', textOf: { source: 'press-release', how: 'republishes' } },
    ],
    predicates: [
      { id: 'hired', group: 'sponsorship', accuses: ['subject', 'object'] },
      { id: 'part-of', group: 'structure', within: true },
      { id: 'met', group: 'association' },
    ],
    claims: [
      {
        id: 'hired',
        predicate: 'hired',
        subject: 'gang',
        object: 'ann',
        via: 'bob',
        citations: [{ source: 'reprint', standing: { level: 'alleged', by: 'ministry' } }],
      },
      {
        id: 'met',
        predicate: 'met',
        subject: 'ann',
        object: 'bob',
        citations: [
          { source: 'article', standing: 'reported' },
          { source: 'reprint', standing: 'reported' },
        ],
      },
    ],
  });
/** A claim that puts a body above one of its ends. */
export const within = () => {
  const { claims, citations } = records({
    claims: [{ id: 'below', predicate: 'part-of', subject: 'gang', object: 'state', citations: [{ source: 'article' }] }],
  });
  return { claims: [...claims.values()].map((claim) => ({ claim, datasets: ['test'], aliases: [] })), citations: [...citations.values()].flat() };
};
