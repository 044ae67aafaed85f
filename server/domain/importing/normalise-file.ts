/** Turns checked curated files into records of the model: fields left out get their defaults, and every record its dataset and place. */
import { citationId } from '../model/citation-id.ts';
import type { CuratedCitation, CuratedClaim, CuratedDefaults, CuratedFile, CuratedPredicate } from './curated-file.ts';
import type { Problem } from '../model/errors.ts';
import { inEndOrder } from '../model/end-order.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { happenedDates } from '../dates/happened-dates.ts';
import { leastEntity, leastSource, leastVoice } from './stubs.ts';
import { emptyBatch, type ImportBatch, type Place, type Placed } from './import-batch.ts';
import type { Citation, Claim, ObjectEnd, Predicate } from '../model/records.ts';
import type { OriginBasis } from '../model/lists.ts';
import type { Question } from '../model/questions.ts';

export interface NormaliseContext {
  /** The dataset of these records. */
  dataset: string;
  /** Whether a source carries another's text (`textOf`): its citations are then `carried` by default. */
  carries: (sourceId: string) => boolean;
  /** Whether a predicate is symmetric: the ends of its claims are then put in order (`end-order`). */
  isSymmetric: (predicateId: string) => boolean;
}

/**
 * The records of one file. Defaults (format.md): `stance` is `supports`, `originBasis` is `carried` where the source has `textOf` and else `own-voice`, flags
 * are false, qualifiers are lists, `traversed` is true. The ends of a symmetric claim are put in order. The file's `defaults` are used for each field that a
 * citation leaves out. `origin`, `through` and `originBasis` go together: a citation that gives `origin` or `originBasis` takes none of the three from the
 * defaults, and an `importOnly` one takes no origin.
 * A citation without a source (`missing-source`), without standing (`missing-standing`), or with an origin but no originBasis (`origin-basis-unsaid`) is
 * reported as a problem and left out.
 */
export function normaliseFile(file: CuratedFile, name: string, context: NormaliseContext): { batch: ImportBatch; problems: Problem[] } {
  const batch = emptyBatch();
  const problems: Problem[] = [];
  const { dataset } = context;
  const at = (pointer: string): Place => ({ file: name, pointer });
  if (file.dataset) batch.datasets.push({ record: { ...file.dataset }, ...at('/dataset') });
  file.voices?.forEach((voice, i) => batch.voices.push({ record: { ...voice, dataset, entities: voice.entities ?? [] }, ...at(`/voices/${i}`) }));
  file.sources?.forEach((source, i) => batch.sources.push({ record: { ...source, dataset }, ...at(`/sources/${i}`) }));
  file.entities?.forEach((entity, i) => batch.entities.push({ record: { ...withoutFalse(entity), dataset }, ...at(`/entities/${i}`) }));
  file.predicates?.forEach((predicate, i) => batch.predicates.push({ record: predicateOf(predicate, dataset), ...at(`/predicates/${i}`) }));
  file.claims?.forEach((claim, i) => {
    const written = claimOf(claim, dataset);
    const record = inEndOrder(written, { symmetric: context.isSymmetric(claim.predicate) });
    batch.claims.push({ record, ...(record === written ? {} : { swapped: { via: record.via.length } }), ...at(`/claims/${i}`) });
    const own = new Map<string, Placed<Citation>>();
    claim.citations.forEach((citation, k) => {
      const place = at(`/claims/${i}/citations/${k}`);
      const made = citationOf(citation, claim.id, file.defaults ?? {}, context);
      if ('problems' in made) problems.push(...made.problems.map((problem) => ({ ...problem, ...place })));
      else if (!joinDates(own.get(made.citation.id), made.citation, place.pointer)) {
        const defaulted = defaultedIn(citation, file.defaults);
        const placed = { record: made.citation, ...place, ...(defaulted.length === 0 ? {} : { defaulted }) };
        batch.citations.push(placed);
        own.set(made.citation.id, placed);
      }
    });
  });
  file.rivals?.forEach(({ claims, why }, i) => {
    const sorted = [...new Set(claims)].sort();
    batch.rivals.push({ record: { id: sorted.join('|'), dataset, claims: sorted, why }, ...at(`/rivals/${i}`) });
  });
  file.identities?.forEach((identity, i) => {
    const [a = identity.a, b = identity.b] = [identity.a, identity.b].sort();
    batch.identities.push({ record: { id: `${a}|${b}`, dataset, a, b, decision: identity.decision, why: identity.why }, ...at(`/identities/${i}`) });
  });
  file.questions?.forEach((question, i) => {
    const record: Question = { ...question, dataset };
    batch.questions.push({ record, ...at(`/questions/${i}`) });
  });
  file.stubs?.voices?.forEach(({ id }, i) => batch.voices.push({ record: leastVoice(id, dataset), stub: true, ...at(`/stubs/voices/${i}`) }));
  file.stubs?.sources?.forEach((stub, i) => batch.sources.push({ record: leastSource(stub, dataset), stub: true, ...at(`/stubs/sources/${i}`) }));
  file.stubs?.entities?.forEach((stub, i) => batch.entities.push({ record: leastEntity(stub, dataset), stub: true, ...at(`/stubs/entities/${i}`) }));
  return { batch, problems };
}

/**
 * One passage given twice that differs in its dates only: the source gives several, of which one is right, so they become alternatives of one citation.
 * @returns whether the two were joined
 */
function joinDates(earlier: Placed<Citation> | undefined, again: Citation, pointer: string): boolean {
  if (!earlier || !again.happened || !earlier.record.happened) return false;
  if (canonicalJson({ ...earlier.record, happened: undefined }) !== canonicalJson({ ...again, happened: undefined })) return false;
  const before = happenedDates(earlier.record);
  const dates = [...new Map([...before, ...happenedDates(again)].map((date) => [canonicalJson(date), date])).values()];
  if (dates.length === before.length) return false;
  earlier.record.happened = dates;
  (earlier.joined ??= []).push(pointer);
  return true;
}

/** The fields of a citation that stand under `defaults` of its file alone, which gives an origin whole or not at all. */
function defaultedIn(written: CuratedCitation, defaults: CuratedDefaults | undefined): readonly string[] {
  if (!defaults) return [];
  const alone = (['source', 'standing', 'statedBy'] as const).filter((field) => written[field] === undefined && defaults[field] !== undefined);
  if (ownsOrigin(written)) return alone;
  return [...alone, ...(['origin', 'originBasis', 'through'] as const).filter((field) => written[field] === undefined && defaults[field] !== undefined)];
}

const ownsOrigin = ({ importOnly, origin, originBasis }: CuratedCitation) => importOnly === true || origin !== undefined || originBasis !== undefined;

/** Leaves out flags that are false, so that a record has one form. */
function withoutFalse<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== false && value !== undefined)) as T;
}

function predicateOf(predicate: CuratedPredicate, dataset: string): Predicate {
  return {
    ...predicate,
    dataset,
    qualifiers: predicate.qualifiers ?? [],
    accuses: predicate.accuses ?? [],
    within: predicate.within ?? false,
    traversed: predicate.traversed ?? true,
    recordsDeath: predicate.recordsDeath ?? false,
    roles: predicate.roles ?? {},
  };
}

function claimOf(claim: CuratedClaim, dataset: string): Claim {
  const list = (value: string | string[] | undefined) => (value === undefined ? [] : typeof value === 'string' ? [value] : [...value]);
  return {
    id: claim.id,
    dataset,
    subject: claim.subject,
    predicate: claim.predicate,
    object: objectOf(claim.object),
    via: list(claim.via),
    to: list(claim.to),
    at: list(claim.at),
    in: list(claim.in),
    instrument: list(claim.instrument),
    intended: claim.intended ?? false,
    attempted: claim.attempted ?? false,
    expected: claim.expected ?? false,
    ...(claim.occasion === undefined ? {} : { occasion: claim.occasion }),
  };
}

/** `quoted` is true or left out, so that a record has one form. */
function objectOf(object: CuratedClaim['object']): ObjectEnd {
  if (typeof object === 'string') return object;
  const { text, lang, quoted } = object;
  return { text, lang, ...(quoted ? { quoted } : {}) };
}

type Settled = 'source' | 'standing' | 'paraphrase' | 'stance' | 'through' | 'originBasis' | 'offences' | 'importOnly' | 'origin' | 'statedBy' | 'witnessed';
/** Fields that a citation takes over as they are written. A field of the format that is missing here does not compile. */
const COPIED = Object.keys({
  locator: true,
  mark: true,
  quote: true,
  hedge: true,
  reading: true,
  happened: true,
  count: true,
  amount: true,
  sentence: true,
  as: true,
  stage: true,
  outcome: true,
} satisfies Record<Exclude<keyof CuratedCitation, Settled>, true>) as Exclude<keyof CuratedCitation, Settled>[];
type MadeCitation = { citation: Citation } | { problems: Problem[] };

function citationOf(written: CuratedCitation, claim: string, defaults: CuratedDefaults, { dataset, carries }: NormaliseContext): MadeCitation {
  const problems: Problem[] = [];
  const source = written.source ?? defaults.source;
  const standing = written.standing ?? defaults.standing;
  if (source === undefined)
    problems.push({
      code: 'missing-source',
      message: 'this citation names no source, and the file has no defaults.source',
      remedy: 'write "source", or "defaults": { "source": … } once for the file',
    });
  if (standing === undefined)
    problems.push({
      code: 'missing-standing',
      message: 'this citation gives no standing, and the file has no defaults.standing',
      remedy: 'write "standing": { "level": … }',
    });
  const importOnly = written.importOnly ?? false;
  const ownOrigin = ownsOrigin(written);
  const origin = ownOrigin ? written.origin : defaults.origin;
  const saidBasis = ownOrigin ? written.originBasis : defaults.originBasis;
  const through = written.through ?? (ownOrigin ? undefined : defaults.through) ?? [];
  if (origin !== undefined && saidBasis === undefined) {
    problems.push({
      code: 'origin-basis-unsaid',
      message: 'originBasis must be said where there is an origin',
      remedy: 'write "originBasis": "stated" where the passage names the origin, "inferred" where the text around it does',
    });
  }
  if (source === undefined || standing === undefined || problems.length > 0) return { problems };
  const originBasis: OriginBasis = saidBasis ?? (carries(source) ? 'carried' : 'own-voice');
  const statedBy = written.statedBy ?? defaults.statedBy;
  const content: Omit<Citation, 'id'> & Partial<Pick<Citation, 'id'>> = {
    claim,
    dataset,
    source,
    standing,
    paraphrase: written.paraphrase,
    stance: written.stance ?? 'supports',
    through: [...through],
    originBasis,
    offences: written.offences ?? [],
    importOnly,
  };
  // Assigned one by one: spreading takes most of the time of reading a large file.
  for (const field of COPIED) if (written[field] !== undefined) Reflect.set(content, field, written[field]);
  if (origin !== undefined) content.origin = origin;
  if (statedBy !== undefined) content.statedBy = statedBy;
  if (written.witnessed) content.witnessed = written.witnessed;
  content.id = citationId(dataset, content);
  return { citation: content as Citation };
}
