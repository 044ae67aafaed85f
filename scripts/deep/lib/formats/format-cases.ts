/** The cases over which every export format is checked (exchange.md, "Checks that must be zero"). */
import { readFixtures } from '../../../fixtures-check/read-fixtures.ts';
import { recordsOfBatch } from '../../../fixtures-check/records-of-batch.ts';
import { generateFiles } from '../../../generate/power-law-case.ts';
import { generatedClaims } from '../../../../fixtures/testing/generated-claims.ts';
import { canonicalBatch } from '../../../../server/domain/importing/canonical-record.ts';
import { emptyRecords } from '../../../../server/domain/model/empty-records.ts';
import type { Records } from '../../../../server/domain/model/records.ts';
import { records, type CitationBrief, type ClaimBrief, type EntityBrief } from '../../../../server/domain/testing/build-records.ts';
import { curatedCase } from '../../../../server/usecases/testing/curated-case.ts';

/** Names and texts that break a format whose writer escapes badly. */
const HOSTILE = [
  '=HYPERLINK("http://127.0.0.1","x")',
  '<script>alert(1)</script>',
  'Anne "the Fox", of Paris; or \'Lyon\' & sons',
  'شبکه مخفی',
  'מוחמד ‏ (א)',
  '山田\u3000太郎',
  '👩‍👩‍👧 Family',
  ']]> -- <!ENTITY x SYSTEM "file:///etc/passwd">',
  '@cmd|calc',
  '+33 1 23',
  '${7*7} {{7*7}} %s',
  'name\\with\\backslashes\\',
] as const;
/** Every form of date at level 1. */
const DATES = [
  '1998',
  '1998-02',
  '1998-02-03',
  '199X',
  '1998-XX',
  '1998-02-XX',
  '1998-21',
  '1998?',
  '1998-02~',
  '1998%',
  '1998/2001',
  '1998-02/..',
  '../1998',
  '1998/',
  '1998-02-03/1998-02-09',
];

function synthetic(): Records {
  const brief = generatedClaims(3_000);
  const people: EntityBrief[] = HOSTILE.map((text, n) => ({
    id: `hostile-${n}`,
    type: n % 2 === 0 ? 'Person' : 'Organization',
    names: [{ text, lang: 'en', kind: 'primary' }],
  }));
  const cited = (n: number): CitationBrief[] =>
    Array.from({ length: n }, (_, i) => ({
      source: 'article',
      locator: i + 1,
      paraphrase: `${HOSTILE[i % HOSTILE.length]} said line ${i}.`,
      happened: DATES[i % DATES.length] ?? '1998',
    }));
  const claims: ClaimBrief[] = [
    // Parallel claims, loops, and ten citations of one claim.
    ...Array.from({ length: 12 }, (_, i) => ({
      id: `parallel-${i}`,
      subject: 'hostile-0',
      predicate: 'met',
      object: 'hostile-1',
      occasion: `occasion ${i}`,
      citations: cited(1),
    })),
    ...Array.from({ length: 3 }, (_, i) => ({
      id: `loop-${i}`,
      subject: 'hostile-2',
      predicate: 'knew',
      object: 'hostile-2',
      occasion: `loop ${i}`,
      citations: cited(1),
    })),
    { id: 'ten', subject: 'hostile-3', predicate: 'met', object: 'hostile-4', citations: cited(10) },
    ...DATES.map((edtf, i) => ({
      id: `dated-${i}`,
      subject: 'constructor',
      predicate: 'met',
      object: '__proto__'.replaceAll('_', 'p'),
      occasion: edtf.replace(/\W/g, ''),
      citations: [{ source: 'article', locator: 1, paraphrase: 'It says so.', happened: edtf }],
    })),
    { id: 'ns:text', subject: 'hostile-5', predicate: 'said', object: { text: '<b>"all"</b> & \u2028 more', lang: 'en' }, citations: cited(2) },
    { id: 'ns:unknown', subject: 'unknown', predicate: 'met', object: 'hostile-6', citations: cited(2) },
    { id: 'ns:none', subject: 'hostile-7', predicate: 'met', object: 'none', citations: cited(1) },
    { id: 'chain', subject: 'hostile-0', predicate: 'met', object: 'hostile-7', via: ['hostile-8', 'hostile-9'], citations: cited(1) },
  ];
  return records({
    ...brief,
    entities: [...(brief.entities as EntityBrief[]), ...people, { id: 'constructor', names: [{ text: 'Constructor', lang: 'en', kind: 'primary' }] }],
    claims: [...(brief.claims ?? []), ...claims],
  });
}

function large(): Records {
  const decoder = new TextDecoder();
  const folder = generateFiles({ dataset: 'large', seed: 1, entities: 2_000, claims: 5_000 }).map(({ name, bytes }) => ({ name, text: decoder.decode(bytes) }));
  return recordsOfBatch(canonicalBatch(readFixtures([folder]).batch));
}

/** Records by the name of the case. */
export const FORMAT_CASES: Readonly<Record<string, () => Records>> = {
  shipped: () => curatedCase(),
  demonstration: () => curatedCase('demonstration'),
  synthetic,
  empty: emptyRecords,
  large,
};
