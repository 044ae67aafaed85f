/** Recounts every figure that a dossier prints, from the text of the dossier alone. */

import { hash } from 'node:crypto';
import type { Manifest } from '../../domain/publishing/manifest.ts';

interface ClaimFacts {
  origins: number;
  uninvolved: number;
  /** Marks of its footnotes. */
  cited: readonly string[];
}
interface Heading {
  level: number;
  title: string;
  lines: string[];
}

/** @returns a sentence for each figure that is not what the dossier itself holds; none where all are right */
export function recountDossier(text: string): string[] {
  const differences: string[] = [];
  const same = (what: string, printed: number | string | undefined, counted: number | string) => {
    if (printed !== undefined && String(printed) !== String(counted)) differences.push(`${what}: printed ${printed}, counted ${counted}`);
  };
  const headings = headingsOf(text);
  // A claim that is a part of a composed dossier stands by itself.
  const lines = headings.flatMap((heading) => heading.lines.map((line) => (line.startsWith('**C') ? `- ${line}` : line)));
  const bullets = lines.filter((line) => line.startsWith('- '));
  const under = (title: RegExp) =>
    headings.filter((heading) => title.test(heading.title)).flatMap(({ lines }) => lines.filter((line) => line.startsWith('- ')));
  const lead = under(/^In short$/).join('\n');
  if (lead.split('\n').length > 10) differences.push(`the lead has ${lead.split('\n').length} lines`);
  const printed = (pattern: RegExp) => pattern.exec(lead)?.slice(1).map(Number) ?? [];

  // Claims, with their figures.
  const facts = new Map<number, ClaimFacts>();
  const marks = new Set<string>();
  for (const line of bullets) {
    const [, n, cited = '', said = ''] =
      /^- \*\*C(\d+)\*\* .*?((?:\[\^\d+\])*) \*((?:[^*\\]|\\.)+)\*(?: \*\*On record here only later(?:[^*\\]|\\.)+\*\*)?$/.exec(line) ?? [];
    if (n === undefined) continue;
    for (const [mark] of cited.matchAll(/\[\^\d+\]/g)) marks.add(mark);
    const [, origins, uninvolved] = /; (\d+)(?:\\?\+\?)? origins?, (\d+) uninvolved\.$/.exec(said) ?? [];
    facts.set(Number(n), { origins: Number(origins), uninvolved: Number(uninvolved), cited: cited.match(/\[\^\d+\]/g) ?? [] });
  }
  const since = bullets.filter((line) => /^- \*\*C\d+\*\* .* \*\*On record here only later: /.test(line)).length;
  same('claims answered since', printed(/(\d+) claims? answered, on record here only later/)[0] ?? 0, since);
  same('claims listed', bullets.filter((line) => line.startsWith('- **C')).length, facts.size);
  const ofFacts = [...facts].toSorted(([a], [b]) => a - b);
  const numbered = (holds: (of: ClaimFacts) => boolean) => ofFacts.filter(([, of]) => holds(of)).map(([n]) => `C${n}`);
  const single = numbered(({ origins }) => origins === 1);
  const parties = numbered(({ origins, uninvolved }) => origins > 0 && uninvolved === 0);
  const rests = under(/^What rests on little$/);
  const listed = (title: string) => rests.flatMap((line) => line.match(new RegExp(`^- ${title} \\((\\d+)\\): (.*)\\.$`))?.slice(1) ?? []);
  const [, singleRefs = ''] = listed('On a single origin');
  same('On a single origin, claims', singleRefs, single.join(', '));
  // Which of those without an uninvolved origin rest on parties is not in the figures: together they are all of them.
  const [onlyParties = [], unclear = []] = ['On parties only', 'On origins of which the stake is unclear'].map((title) => {
    const [n = 0, refs = ''] = listed(title);
    const claims = refs === '' ? [] : String(refs).split(', ');
    same(`${title}, number`, n, claims.length);
    return claims;
  });
  same('without an uninvolved origin, claims', [...onlyParties, ...unclear].toSorted().join(', '), parties.toSorted().join(', '));

  // The lead.
  const entities = headings.filter(({ level }) => level === 4).flatMap(({ lines }) => lines.filter((line) => line.startsWith('- '))).length;
  const [shownEntities, shownClaims, citations, passages] = printed(/Shown: (\d+) entit\w+ and (\d+) claims?, by (\d+) citations? of (\d+) passages?\./);
  same('entities', shownEntities ?? -1, entities);
  same('claims shown', shownClaims ?? -1, facts.size);
  same('citations', citations ?? -1, marks.size);
  same('passages', passages ?? -1, new Set(text.split('\n').flatMap((line) => placeOfNote(line, marks))).size);
  const sources = bullets.filter((line) => /^- \*\*S\d+\*\* /.test(line));
  const [ways, unseen, origins] = printed(/(\d+) sources? on the ways of these passages, (\d+) not seen; (\d+) origins?\./);
  same('sources', ways ?? -1, sources.length);
  same('sources not seen', unseen ?? -1, sources.filter((line) => line.includes(' Not seen.')).length);
  same('origins', origins ?? -1, under(/^Origins \(/).length);
  const [onOne, onParties] = printed(/(\d+) claims? on a single origin, (\d+) claims? on parties only/);
  const [onUnclear] = printed(/, (\d+) claims? on origins of which the stake is unclear\./);
  same('single origin', onOne ?? -1, single.length);
  same('parties only', onParties ?? -1, onlyParties.length);
  same('stake unclear', onUnclear ?? 0, unclear.length);
  const [accused, answering, silent] = printed(/(\d+) accused: (\d+) with a response (?:on|in|given) [^(]*?(?: \([^)]*\))?, (\d+) without\./);
  const [ownAnswer, outcomeAlone] = printed(/\((\d+) by a denial or an admission, (\d+) by an outcome alone\)/);
  const [own, outcome, without] = [/^With a denial or an admission \(/, /^With an outcome, and no/, /^(?:Without|Accused by their own account)\b/].map(
    (title) => under(title).length,
  );
  same('accused', accused ?? -1, (own ?? 0) + (outcome ?? 0) + (without ?? 0));
  same('with a response', answering ?? -1, (own ?? 0) + (outcome ?? 0));
  same('with an answer', ownAnswer ?? 0, own ?? 0);
  same('with an outcome alone', outcomeAlone ?? 0, outcome ?? 0);
  same('without a response', silent ?? -1, without ?? 0);
  same(
    'accused only by what was taken back',
    printed(/(\d+) more accused only by what was taken back\./)[0] ?? 0,
    under(/^Accused only by what was taken back \(/).length,
  );
  same(
    'answered since',
    printed(/ Of (\d+) of them more is on record here only later/)[0] ?? 0,
    under(/^(?:With|Without|Accused by their)\b/).filter((line) => line.includes('; on record here only later: ')).length,
  );
  same(
    'with a response that may be of later',
    printed(/ Of (\d+) of them the response may be of later/)[0] ?? 0,
    under(/^With (?:a denial|an outcome)/).filter((line) => isPerhapsLater(line)).length,
  );
  same('caveats', printed(/(\d+) caveats?, listed/)[0] ?? 0, under(/^Caveats \(/).length);
  const [filters] = printed(/(\d+) filters?, listed above/);
  same('filters', filters ?? 0, under(/^What was asked$/).filter((line) => line.startsWith('- Filter: ')).length);
  same('not established', printed(/(\d+) links? looked for/)[0] ?? 0, text.split('\n').filter((line) => /^(?:- )?Not established: /.test(line)).length);
  same('left out', printed(/Left out at the publication gate: (\d+) refusals?,/)[0] ?? 0, times(under(/^Left out at the publication gate \(/)));
  same('refused', printed(/It had refused (\d+)\./)[0] ?? 0, Math.max(0, under(/^Refused, and published all the same \(/).length - 1));

  // Paths.
  const [asked, told] = (/(\d+) paths? asked for, (\d+) told\./.exec(text)?.slice(1) ?? [0, 0]).map(Number);
  const paths = headings.filter(({ title }) => /^Path(?: \d+)?: /.test(title)).length;
  same('paths told', told, paths);
  same('paths asked for', asked, paths + under(/^Paths \(/).length);

  for (const { title, lines } of headings.filter(({ title: one }) => /^Path(?: \d+)?: /.test(one))) differences.push(...weakestHop(title, lines, facts));

  // Headings with a number, caveats with their claims, and what is read in which source.
  for (const { level, title, lines } of headings) {
    const [, n] = /\((\d+)\)$/.exec(title) ?? [];
    const own = lines.filter((line) => line.startsWith('- '));
    if (n === undefined || level < 3) continue;
    const reason = title.startsWith('Refused') ? 1 : 0;
    same(`under “${title}”`, n, title.startsWith('Entities') ? entities : title.startsWith('Left out') ? times(own) : own.length - reason);
  }
  for (const line of under(/^Caveats \(/)) {
    const [, n, refs] = /^- (\d+) claims? .* (?:These are|This is): (.*)\.$/.exec(line) ?? [];
    if (n !== undefined && refs !== undefined) same(`claims of “${line}”`, n, refs.split(', ').length);
    const [, sourceCount] = /^- (\d+) sources? on the way of these citations/.exec(line) ?? [];
    if (sourceCount !== undefined) same('sources not seen, in the caveats', sourceCount, sources.filter((one) => one.includes(' Not seen.')).length);
  }
  const manifest = /\n## Manifest\n[^]*```json\n([^]*)```\n$/.exec(text)?.[1];
  if (manifest !== undefined) {
    const { counts, files, losses } = JSON.parse(manifest) as Pick<Manifest, 'counts' | 'files' | 'losses'>;
    const here = {
      entities,
      claims: facts.size,
      sources: sources.length,
      origins: under(/^Origins \(/).length,
      singleOrigin: single.length,
      partiesOnly: onlyParties.length,
      unclearStake: unclear.length,
    };
    for (const [key, counted] of Object.entries(here)) same(`${key}, in the manifest`, Reflect.get(counts, key), counted);
    same('left out, in the manifest', counts.leftOut, times(under(/^Left out at the publication gate \(/)));
    const lost = under(/^What this format loses$/).flatMap((line) => /^- Lost in this format: (.*) \((\d+)\)\.$/.exec(line)?.slice(1).join(': ') ?? []);
    same('losses, in the manifest', losses.map(({ what, count }) => `${what}: ${count}`).join('; '), lost.join('; '));
    same('bytes', files[0]?.bytes, Buffer.byteLength(text.slice(0, text.lastIndexOf('\n## Manifest'))));
    same('digest', files[0]?.sha256, hash('sha256', text.slice(0, text.lastIndexOf('\n## Manifest')), 'hex'));
  }
  const notes = text.split('\n').filter((line) => /^\[\^\d+\]: /.test(line));
  for (const mark of marks) if (!notes.some((note) => note.startsWith(`${mark}: `))) differences.push(`${mark} has no note`);
  for (const line of sources) {
    const [, id] = /^- \*\*(S\d+)\*\*/.exec(line) ?? [];
    const read = notes.filter((note) => new RegExp(`\\(${id}(?:, from S\\d+)?\\)$`).test(note));
    same(`citations of ${id}`, Number(/ (\d+) citations? here/.exec(line)?.[1] ?? 0), read.length);
    for (const [, n, from] of line.matchAll(/, (\d+) taken from (S\d+)/g))
      same(`of ${id} from ${from}`, n, read.filter((note) => note.endsWith(`, from ${from})`)).length);
  }
  return differences;
}

/** "S4, paragraph 9": the place that a footnote of one of the claims cites; the source by its number at the end of the note. */
function placeOfNote(line: string, marks: ReadonlySet<string>): string[] {
  const [, mark = '', locator] = /^(\[\^\d+\]): .*?, (paragraph \d+|page [^,;.]+|at [\d:.]+|record [^,;.]+|place not given)/.exec(line) ?? [];
  const [, source] = / \((S\d+)(?:, from S\d+)?\)$/.exec(line) ?? [];
  return locator !== undefined && source !== undefined && marks.has(mark) ? [`${source}, ${locator}`] : [];
}

/** The figures of the weakest hop of a path are those of the claim that its sentence cites. */
function weakestHop(title: string, lines: readonly string[], facts: ReadonlyMap<number, ClaimFacts>): string[] {
  const sentences = lines.filter((line) => line !== '' && !/^(?:- |>)/.test(line));
  const line = lines.find((one) => /^- (?:The weakest hop is number|The only hop)/.test(one)) ?? '';
  const [, n = '1'] = /number (\d+)/.exec(line) ?? [];
  const sentence = sentences[Number(n) - 1] ?? '';
  const marks = new Set(sentence.match(/\[\^\d+\]/g));
  const claim = [...facts.values()].find(({ cited }) => cited.length > 0 && cited.every((mark) => marks.has(mark)));
  const [, origins, uninvolved] = /, (\d+)(?:\\?\+\?)? origins?, (\d+) uninvolved\.$/.exec(line) ?? [];
  const isMarked = sentences.length === 1 || / \*\((?:C\d+, )?the weakest hop\)\*$/.test(sentence);
  if (!claim || !isMarked) return [`the weakest hop of “${title}” is not told`];
  const [printed, counted] = [`${origins}, ${uninvolved}`, `${claim.origins}, ${claim.uninvolved}`];
  return printed === counted ? [] : [`origins of the weakest hop of “${title}”: printed ${printed}, counted ${counted}`];
}

function headingsOf(text: string): Heading[] {
  const headings: Heading[] = [];
  for (const line of text.split('\n')) {
    const [, hashes, title] = /^(#{1,4}) (.*)$/.exec(line) ?? [];
    if (hashes !== undefined && title !== undefined) headings.push({ level: hashes.length, title, lines: [] });
    else headings.at(-1)?.lines.push(line);
  }
  return headings;
}

/** Whether each part of a line on who answers that tells a response says that it may be of later. */
function isPerhapsLater(line: string): boolean {
  const [, said = ''] = /^- .*?: (.*)\.$/.exec(line) ?? [];
  const parts = said.split('; on record here only later: ')[0]?.split('; ') ?? [];
  const responses = parts.filter((part) => !/^(?:to \d+ other claims? |by own account|\d+ claims? by own account|\d+ of \d+ claims )/.test(part));
  return responses.length > 0 && responses.every((part) => part.includes('perhaps later than '));
}

/** Lines that stand for several say for how many. */
function times(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Number(/\((\d+) times\)$/.exec(line)?.[1] ?? 1), 0);
}
