/** Checks the meaning of the records of an import. Each fault has its own code, its place, and what to do about it. */
import { canonicalJson } from '../../model/canonical-json.ts';
import { checkCitations } from './check-citations.ts';
import { checkClaims } from './check-claims.ts';
import { checkContext, type CheckContext, type KnownRecords } from './check-context.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkQuestions } from './check-questions.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import { claimKey } from '../../model/proposition-key.ts';
import type { Problem } from '../../model/errors.ts';
import { ProblemList } from '../problem-list.ts';
import type { ImportBatch, Placed } from '../import-batch.ts';
import { findTextOfCycles } from '../../figures/lineage.ts';

/** Ends all checks at the limit of problems. */
class CheckingStopped extends Error {}

const CHECKS = [checkHeaders, checkIds, checkVoices, checkSources, checkEntities, checkVocabulary, checkClaims, checkCitations, checkDecisions, checkQuestions];

/** A record that is both in the batch and in the database is judged as the batch has it. At `PROBLEM_LIMITS.problemsCounted` the rest is not checked. */
export function checkRecords(batch: ImportBatch, known: KnownRecords): Problem[] {
  const problems = new ProblemList();
  const context = checkContext(batch, known, (problem) => {
    if (problems.isFull) throw new CheckingStopped();
    problems.add(problem);
  });
  try {
    for (const check of CHECKS) check(context);
  } catch (error) {
    if (!(error instanceof CheckingStopped)) throw error;
    problems.stop();
  }
  return problems.list();
}

function checkHeaders({ batch, tell, date }: CheckContext): void {
  const first = new Map<string, Placed<unknown>>();
  for (const placed of batch.datasets) {
    date(placed, '/knowledgeUntil/edtf', placed.record.knowledgeUntil?.edtf);
    const earlier = first.get(placed.record.id);
    if (!earlier) first.set(placed.record.id, placed);
    else if (canonicalJson(earlier.record) !== canonicalJson(placed.record)) {
      tell(
        placed,
        '',
        'dataset-header-differs',
        `the dataset ${JSON.stringify(placed.record.id)} is described otherwise in ${earlier.file}`,
        'describe a dataset in one file only',
      );
    }
  }
}

/** An id names one record and belongs to the dataset that defined it. A claim may be written by several datasets where it is one proposition. */
function checkIds(context: CheckContext): void {
  const { batch, known, tell } = context;
  const { records } = known;
  const ownedBy = <T extends { id: string; dataset: string }>(
    kind: string,
    list: readonly Placed<T>[],
    stored: (record: T) => { dataset: string } | undefined,
    isShared: (a: T, b: T) => boolean = () => false,
  ) => {
    const first = new Map<string, Placed<T>>();
    for (const placed of list) {
      const { id, dataset } = placed.record;
      const earlier = first.get(id);
      if (!earlier) first.set(id, placed);
      else if (earlier.record.dataset === dataset)
        tell(
          placed,
          idField(kind),
          'duplicate-id',
          `the ${kind} ${JSON.stringify(id)} is defined twice, first in ${earlier.file} at ${earlier.pointer}`,
          'keep one, or give the other an id of its own',
        );
      else if (!isShared(earlier.record, placed.record))
        tell(
          placed,
          idField(kind),
          'id-of-another-dataset',
          `the ${kind} ${JSON.stringify(id)} is defined by the dataset ${JSON.stringify(earlier.record.dataset)} too (${earlier.file})`,
          'refer to it without defining it, or take another id',
        );
      const owner = stored(placed.record)?.dataset;
      if (owner !== undefined && owner !== dataset)
        tell(
          placed,
          idField(kind),
          'id-of-another-dataset',
          `the ${kind} ${JSON.stringify(id)} belongs to the dataset ${JSON.stringify(owner)}`,
          'refer to it without defining it, or take another id',
        );
    }
  };
  ownedBy('voice', batch.voices, ({ id }) => records.voices.get(id));
  ownedBy('source', batch.sources, ({ id }) => records.sources.get(id));
  ownedBy('entity', batch.entities, ({ id }) => records.entities.get(id));
  ownedBy('predicate', batch.predicates, ({ id }) => records.predicates.get(id));
  ownedBy('question', batch.questions, ({ id }) => records.questions.get(id));
  const keys = new Map(batch.claims.map(({ record }) => [record, claimKey(record)]));
  ownedBy(
    'claim',
    batch.claims,
    (record) => {
      const stored = records.claims.get(record.id);
      return stored && claimKey(stored) === keys.get(record) ? undefined : stored;
    },
    (a, b) => keys.get(a) === keys.get(b),
  );
  const storedRivals = new Map(records.rivals.map((rivals) => [rivals.id, rivals]));
  const storedIdentities = new Map(records.identities.map((identity) => [identity.id, identity]));
  ownedBy('rival set', batch.rivals, ({ id }) => storedRivals.get(id));
  ownedBy('identity decision', batch.identities, ({ id }) => storedIdentities.get(id));
}

/** The field that a problem with the id points to; rival sets and decisions have no `id` field. */
function idField(kind: string): string {
  return kind === 'rival set' || kind === 'identity decision' ? '' : '/id';
}

function checkVoices({ batch, refer }: CheckContext): void {
  for (const placed of batch.voices) {
    const { entities, stake } = placed.record;
    entities.forEach((id, i) => refer(placed, `/entities/${i}`, 'entity', id));
    if (Array.isArray(stake)) stake.forEach((entry, i) => 'entity' in entry && refer(placed, `/stake/${i}/entity`, 'entity', entry.entity));
  }
}

function checkSources({ batch, known, refer, date, language, tell }: CheckContext): void {
  const sources = new Map(known.records.sources);
  const places = new Map<string, Placed<unknown>>();
  for (const placed of batch.sources) {
    const { id, voice, textOf, published, url, urlBasis } = placed.record;
    sources.set(id, placed.record);
    places.set(id, placed);
    refer(placed, '/voice', 'voice', voice);
    date(placed, '/published/edtf', published?.edtf);
    language(placed, '/language', placed.record.language);
    if (textOf) refer(placed, '/textOf/source', 'source', textOf.source);
    if (urlBasis !== undefined && url === undefined)
      tell(placed, '/urlBasis', 'basis-without-url', 'urlBasis says how the address is known, and there is no address', 'give "url", or take urlBasis out');
  }
  for (const cycle of findTextOfCycles(sources)) {
    const at = cycle.map((id) => places.get(id)).find((placed) => placed !== undefined);
    if (at)
      tell(at, '/textOf', 'text-of-cycle', `a text cannot be its own origin: ${[...cycle, cycle[0] ?? ''].join(' → ')}`, 'take out the textOf that is not so');
  }
}

function checkEntities({ batch, refer, language, tell }: CheckContext): void {
  for (const placed of batch.entities) {
    const { id, names, unnamed, candidates } = placed.record;
    const kinds = new Set(names.map((name) => name.kind));
    if (unnamed && !kinds.has('label'))
      tell(
        placed,
        '/names',
        'label-missing',
        'an unnamed entity needs a name of kind "label": the curator\'s words for it',
        'add { "text": …, "lang": …, "kind": "label" }',
      );
    else if (!kinds.has('primary') && !kinds.has('label'))
      tell(placed, '/names', 'name-missing', 'an entity needs a name of kind "primary" or "label"', 'make one of its names the primary one');
    names.forEach((name, i) => {
      language(placed, `/names/${i}/lang`, name.lang);
      name.sources?.forEach((source, k) => refer(placed, `/names/${i}/sources/${k}`, 'source', source));
      if (name.kind === 'label' && name.sources)
        tell(
          placed,
          `/names/${i}/sources`,
          'label-with-sources',
          "a label is the curator's own and cited to nobody",
          'take the sources out, or make it an alias',
        );
    });
    if (!candidates) continue;
    if (new Set(candidates).size < 2)
      tell(placed, '/candidates', 'candidates-too-few', 'candidates are at least two different entities', 'name two, or refer to the one directly');
    candidates.forEach((candidate, i) => {
      if (candidate === id) tell(placed, `/candidates/${i}`, 'candidate-of-itself', 'an entity cannot be its own candidate', 'take it out');
      else refer(placed, `/candidates/${i}`, 'entity', candidate);
    });
  }
}
