/** Checks a case against its articles: they are the ones indexed, nothing is copied from them, and each prints the names cited to it. */
import type { Problem } from '../../server/domain/model/errors.ts';
import type { ImportBatch, Place } from '../../server/domain/importing/import-batch.ts';
import type { Citation } from '../../server/domain/model/records.ts';
import { copiedRun, holdsWords, runsOf } from '../../server/domain/texts/copied-words.ts';
import { paragraphsOf } from '../../server/domain/texts/paragraphs.ts';
import { hashParagraph, type ParagraphIndex } from './paragraph-index.ts';

/** An article must be the text that was indexed. */
const REINDEX = 'put back the article that was indexed, or index the new one and look at each citation of it';

/** File name → text of the article. */
export type Articles = Map<string, string>;

/**
 * Problems: differences from the index, copied words outside names and titles, quotations that are not in the text, and names that are not printed in the
 * sources said to print them.
 */
export function checkArticles(batch: ImportBatch, index: ParagraphIndex, articles: Articles): Problem[] {
  return [...checkIndex(index, articles), ...checkCopies(batch, articles), ...checkQuoted(batch, index, articles), ...checkNames(batch, index, articles)];
}

function checkIndex(index: ParagraphIndex, articles: Articles): Problem[] {
  return [...index].flatMap(([source, { article, hashes }]) => {
    const text = articles.get(article);
    if (text === undefined) return [{ code: 'article', message: `the article of ${source}, ${article}, is not in the folder given`, remedy: 'put it there' }];
    const found = paragraphsOf(text).map(hashParagraph);
    if (found.length !== hashes.length)
      return [{ code: 'article', message: `${article} has ${found.length} paragraphs, the index ${hashes.length}`, remedy: REINDEX }];
    const changed = found.flatMap((hash, i) => (hash === hashes[i] ? [] : [i + 1]));
    return changed.map((n) => ({ code: 'article', message: `${article}: paragraph ${n} is not the one indexed`, remedy: REINDEX }));
  });
}

function checkCopies(batch: ImportBatch, articles: Articles): Problem[] {
  const runs = new Map<string, string>();
  for (const [name, text] of articles) for (const run of runsOf(text)) runs.set(run, name);
  const namesAndTitles = [
    ...batch.entities.flatMap(({ record }) => record.names.filter(({ kind }) => kind !== 'label').map(({ text }) => text)),
    ...batch.sources.flatMap(({ record }) => (record.title === undefined ? [] : [record.title])),
  ];
  for (const text of namesAndTitles) for (const run of runsOf(text)) runs.delete(run);
  const copiedFrom = new Set(runs.keys());
  return ownWords(batch).flatMap(({ file, pointer, text }) => {
    const copied = copiedRun(text, copiedFrom);
    return copied === undefined
      ? []
      : [{ code: 'copied', file, pointer, message: `copies "${copied}" from ${runs.get(copied)}`, remedy: 'say it in words of your own' }];
  });
}

/** Every text that must be in the curator's own words. */
function ownWords(batch: ImportBatch): (Place & { text: string })[] {
  const texts: (Place & { text: string })[] = [];
  const add = ({ file, pointer }: Place, field: string, text: string | undefined) => text !== undefined && texts.push({ file, pointer: pointer + field, text });
  for (const claim of batch.claims)
    if (typeof claim.record.object !== 'string' && !claim.record.object.quoted) add(claim, '/object/text', claim.record.object.text);
  for (const citation of batch.citations) {
    for (const field of ['paraphrase', 'quote', 'hedge', 'as'] as const) add(citation, `/${field}`, citation.record[field]);
    add(citation, '/sentence/text', citation.record.sentence?.text);
    citation.record.offences.forEach((offence, i) => add(citation, `/offences/${i}`, offence));
  }
  for (const entity of batch.entities) entity.record.names.forEach((name, i) => name.kind === 'label' && add(entity, `/names/${i}/text`, name.text));
  for (const voice of batch.voices) {
    if (typeof voice.record.stake !== 'string') voice.record.stake.forEach((entry, i) => add(voice, `/stake/${i}/why`, entry.why));
  }
  for (const reasoned of [...batch.rivals, ...batch.identities]) add(reasoned, '/why', reasoned.record.why);
  for (const question of batch.questions) add(question, '/text', question.record.text);
  return texts;
}

/** What is quoted must be found word for word: a quotation in its own passage, a quoted object in a passage that supports it. */
function checkQuoted(batch: ImportBatch, index: ParagraphIndex, articles: Articles): Problem[] {
  const passageOf = ({ source, locator }: Citation) => {
    const text = articles.get(index.get(source)?.article ?? '');
    return text === undefined || !locator || !('paragraph' in locator) ? undefined : paragraphsOf(text)[locator.paragraph - 1];
  };
  const quotations = batch.citations.flatMap(({ record, file, pointer }) => {
    const passage = passageOf(record);
    if (record.quote === undefined || passage === undefined || holdsWords(passage, record.quote)) return [];
    return [
      {
        code: 'not-in-passage',
        file,
        pointer: `${pointer}/quote`,
        message: `${record.claim}: "${record.quote}" does not stand in the passage cited`,
        remedy: 'quote it as it is printed, or cite the passage where it stands',
      },
    ];
  });
  const objects = batch.claims.flatMap(({ record: { id, object }, file, pointer }) => {
    if (typeof object === 'string' || !object.quoted) return [];
    const passages = batch.citations.flatMap(({ record }) => (record.claim === id && record.stance === 'supports' ? (passageOf(record) ?? []) : []));
    if (passages.some((passage) => holdsWords(passage, object.text))) return [];
    return [
      {
        code: 'not-in-passage',
        file,
        pointer: `${pointer}/object/quoted`,
        message: `${id}: "${object.text}" does not stand in a passage cited for it`,
        remedy: 'quote it as it is printed, or leave "quoted" out',
      },
    ];
  });
  return [...quotations, ...objects];
}

function checkNames(batch: ImportBatch, index: ParagraphIndex, articles: Articles): Problem[] {
  return batch.entities.flatMap(({ record, file, pointer }) =>
    record.names.flatMap((name, i) =>
      (name.sources ?? []).flatMap((source) => {
        const article = index.get(source)?.article;
        if (article === undefined)
          return [
            {
              code: 'name',
              file,
              pointer: `${pointer}/names/${i}`,
              message: `"${name.text}" is cited to ${source}, which nobody has read`,
              remedy: 'cite a source that was read',
            },
          ];
        const text = articles.get(article);
        // A missing article is reported once, by `checkIndex`.
        if (text === undefined || text.normalize('NFC').includes(name.text.normalize('NFC'))) return [];
        return [
          {
            code: 'name',
            file,
            pointer: `${pointer}/names/${i}`,
            message: `"${name.text}" is not printed in ${source}`,
            remedy: 'take the source out, or write the name as it is printed there',
          },
        ];
      }),
    ),
  );
}
