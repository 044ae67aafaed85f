/** Checks passages: each can be found, is told briefly, and every accusation of a person names the accuser. */
import { entitiesAt } from '../../server/domain/model/claim-ends.ts';
import type { Problem } from '../../server/domain/model/errors.ts';
import type { ImportBatch } from '../../server/domain/importing/import-batch.ts';
import type { ParagraphIndex } from './paragraph-index.ts';

/** Most words of a paraphrase. */
const PARAPHRASE_WORDS = 30;

/** Editorial rules for each citation beyond those of an import; a problem for each fault. */
export function checkPassages(batch: ImportBatch, index: ParagraphIndex): Problem[] {
  const seen = new Map(batch.sources.map(({ record }) => [record.id, record.seen]));
  const accusing = claimsAccusingPersons(batch);
  return batch.citations.flatMap(({ record, file, pointer }) => {
    const problems: Problem[] = [];
    const tell = (field: string, code: string, message: string, remedy: string) =>
      problems.push({ code, file, pointer: `${pointer}/${field}`, message: `${record.claim}: ${message}`, remedy });
    const words = record.paraphrase.trim().split(/\s+/).length;
    if (words > PARAPHRASE_WORDS) tell('paraphrase', 'long-paraphrase', `a paraphrase has ${words} words, more than ${PARAPHRASE_WORDS}`, 'shorten it');
    if (accusing.has(record.claim) && record.standing.by === undefined && record.standing.level !== 'reported') {
      tell(
        'standing',
        'accusation-without-by',
        `a person stands accused at "${record.standing.level}" and nobody is named as the one who says so`,
        'say in "by" who says so',
      );
    }
    const article = index.get(record.source);
    if (seen.get(record.source) === false) tell('source', 'unseen-source', `${record.source} was not read`, 'cite what was read, with this as origin');
    else if (!article) tell('source', 'paragraph', `${record.source} is not in the paragraph index`, 'index its article');
    else if (!record.locator || !('paragraph' in record.locator))
      tell('locator', 'paragraph', 'a citation of an article gives no paragraph', 'write "locator": { "paragraph": … }');
    else if (record.locator.paragraph > article.hashes.length) {
      tell(
        'locator',
        'paragraph',
        `${record.source} has ${article.hashes.length} paragraphs, not ${record.locator.paragraph}`,
        'count the paragraphs of the article again',
      );
    }
    return problems;
  });
}

function claimsAccusingPersons(batch: ImportBatch): Set<string> {
  const persons = new Set(batch.entities.flatMap(({ record }) => (record.type === 'Person' ? [record.id] : [])));
  const accuses = new Map(batch.predicates.map(({ record }) => [record.id, record.accuses]));
  const accusing = batch.claims.filter(({ record }) =>
    (accuses.get(record.predicate) ?? []).flatMap((end) => entitiesAt(record, end)).some((id) => persons.has(id)),
  );
  return new Set(accusing.map(({ record }) => record.id));
}
