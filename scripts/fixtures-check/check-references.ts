/** Does every id resolve, is each given once, and does no text come from itself? */
import type { Problem } from '../../server/domain/errors.ts';
import { findTextOfCycles } from '../../server/domain/lineage.ts';
import type { Source } from '../../server/domain/model.ts';
import { QUALIFIERS, RESERVED_ENDS } from '../../server/domain/model.ts';
import { citationsOf, problemAt, type FixtureSet, type Path, type Placed } from './fixture-set.ts';

const asList = (value: string | string[] | undefined): string[] => (value === undefined ? [] : typeof value === 'string' ? [value] : value);

/** Ids used twice, ids that name nothing, and cycles of `textOf`; a problem each. */
export function checkReferences(set: FixtureSet): Problem[] {
  const problems: Problem[] = [];
  const ids = {
    voice: once(set.voices, 'voice', problems),
    source: once(set.sources, 'source', problems),
    entity: once(set.entities, 'entity', problems),
    predicate: once(set.predicates, 'predicate', problems),
    claim: once(set.claims, 'claim', problems),
    question: once(set.questions, 'question', problems),
  };
  const need = (kind: keyof typeof ids, id: string | undefined, at: Placed<unknown>, ...rest: Path) => {
    if (id === undefined || ids[kind].has(id)) return;
    problems.push(problemAt(at.file, [...at.path, ...rest], 'unknown-id', `no ${kind} has the id ${id}`));
  };
  for (const voice of set.voices) {
    voice.record.entities?.forEach((id, i) => need('entity', id, voice, 'entities', i));
    if (typeof voice.record.stake !== 'string') {
      voice.record.stake.forEach((entry, i) => 'entity' in entry && need('entity', entry.entity, voice, 'stake', i, 'entity'));
    }
  }
  for (const source of set.sources) {
    need('voice', source.record.voice, source, 'voice');
    need('source', source.record.textOf?.source, source, 'textOf', 'source');
  }
  for (const entity of set.entities) {
    entity.record.candidates?.forEach((id, i) => need('entity', id, entity, 'candidates', i));
    entity.record.names.forEach((name, i) => name.sources?.forEach((id, n) => need('source', id, entity, 'names', i, 'sources', n)));
  }
  for (const claim of set.claims) {
    const { subject, object, predicate } = claim.record;
    need('predicate', predicate, claim, 'predicate');
    if (!isReserved(subject)) need('entity', subject, claim, 'subject');
    if (typeof object === 'string' && !isReserved(object)) need('entity', object, claim, 'object');
    for (const qualifier of QUALIFIERS) for (const id of asList(claim.record[qualifier])) need('entity', id, claim, qualifier);
    for (const citation of citationsOf(claim)) {
      if (citation.record.source === undefined) {
        problems.push(problemAt(claim.file, citation.path, 'no-source', `a citation of ${claim.record.id} names no source and the file has no default`));
      }
      need('source', citation.record.source, citation, 'source');
      need('source', citation.record.origin, citation, 'origin');
      citation.record.through?.forEach((id, i) => need('source', id, citation, 'through', i));
      need('entity', citation.record.statedBy, citation, 'statedBy');
      need('entity', citation.record.standing?.by, citation, 'standing', 'by');
      need('entity', citation.record.standing?.case, citation, 'standing', 'case');
    }
  }
  for (const rivals of set.rivals) rivals.record.claims.forEach((id, i) => need('claim', id, rivals, 'claims', i));
  for (const pair of set.identities) {
    need('entity', pair.record.a, pair, 'a');
    need('entity', pair.record.b, pair, 'b');
  }
  for (const question of set.questions) {
    const { record } = question;
    if (record.kind === 'trace') {
      record.from.ids?.forEach((id, i) => need('entity', id, question, 'from', 'ids', i));
      record.to.ids?.forEach((id, i) => need('entity', id, question, 'to', 'ids', i));
    } else if (record.kind === 'claims') {
      record.filter.entities?.forEach((id, i) => need('entity', id, question, 'filter', 'entities', i));
      record.filter.predicates?.forEach((id, i) => need('predicate', id, question, 'filter', 'predicates', i));
      record.filter.sources?.forEach((id, i) => need('source', id, question, 'filter', 'sources', i));
      record.filter.voices?.forEach((id, i) => need('voice', id, question, 'filter', 'voices', i));
    } else record.plots?.forEach((id, i) => need('entity', id, question, 'plots', i));
  }
  return [...problems, ...lineageCycles(set)];
}

function lineageCycles(set: FixtureSet): Problem[] {
  const sources = new Map(set.sources.map(({ record }): [string, Source] => [record.id, { dataset: 'fixtures', ...record }]));
  return findTextOfCycles(sources).flatMap((cycle) => {
    const at = set.sources.find(({ record }) => record.id === cycle[0]);
    return at ? [problemAt(at.file, [...at.path, 'textOf'], 'lineage-cycle', `the text would come from itself: ${[...cycle, cycle[0]].join(' → ')}`)] : [];
  });
}

function once(placed: Placed<{ id: string }>[], kind: string, problems: Problem[]): Set<string> {
  const seen = new Set<string>();
  for (const at of placed) {
    if (seen.has(at.record.id)) problems.push(problemAt(at.file, [...at.path, 'id'], 'duplicate-id', `the ${kind} ${at.record.id} is given twice`));
    seen.add(at.record.id);
  }
  return seen;
}

function isReserved(id: string): boolean {
  return (RESERVED_ENDS as readonly string[]).includes(id);
}
