/** Names and sources for use inside a sentence: with their article, a curator's label without its capital, and whether "is" or "are" follows. */
import type { Entity, NameGrammar, Records, Source, Voice } from '../model/records.ts';
import { traitsOf, type EntityType } from '../model/lists.ts';
import { listed, type NarrationContext } from './narration.ts';
import { apartWords } from './shared-names.ts';

export interface ProseName {
  text: string;
  plural: boolean;
}

/** An entity's name for the middle of a sentence. A proper name stays as written, apart from "the"; a label is the curator's words and is written as such. */
export function nameInProse(id: string, ctx: NarrationContext): ProseName {
  return nameWith(id, [], ctx);
}

/** The same with remarks in brackets behind it, after what tells it from its namesakes: "Ann Lee (the clerk; perpetrator, convicted)". */
export function nameWith(id: string, remarks: readonly string[], ctx: NarrationContext): ProseName {
  const name = bareName(id, ctx);
  const apart = apartWords(id, ctx);
  const all = apart === undefined ? remarks : [apart, ...remarks];
  return all.length === 0 ? name : { ...name, text: `${name.text} (${all.join('; ')})` };
}

function bareName(id: string, ctx: NamesOnly): ProseName {
  const name = ctx.nameOf(id);
  const entity = ctx.records.entities.get(id);
  if (!entity) return { text: name, plural: false };
  const shown = entity.names.filter((known) => known.text === name);
  return asGrammarSays(shown[0], guessedName(name, entity.type, shown, ctx));
}

function guessedName(name: string, type: EntityType, shown: Entity['names'], ctx: NamesOnly): ProseName {
  const isLabel = shown.every((known) => known.kind === 'label') && !(type === 'Country' && isCapitalised(name));
  if (isLabel) return labelInProse(name, type, properWordsOf(ctx));
  const plural = traitsOf(type).body && PLURAL_BODY.test(headOf(name));
  return { text: withArticle(name, type), plural };
}

/** What the record says of a name's article and number goes before any guess. */
function asGrammarSays(grammar: NameGrammar | undefined, guessed: ProseName): ProseName {
  const { article, number } = grammar ?? {};
  const bare = guessed.text.replace(/^the /, '');
  const text = article === undefined ? guessed.text : article === 'the' && !/^the /i.test(bare) ? `the ${bare}` : bare;
  return { text, plural: number === undefined ? guessed.plural : number === 'plural' };
}

type NamesOnly = Pick<NarrationContext, 'records' | 'properWords' | 'nameOf'>;
const properWordsOf = (ctx: Pick<NamesOnly, 'records' | 'properWords'>): ReadonlySet<string> => ctx.properWords ?? wordsOf(ctx.records);

/** Every word begins with a capital, as in the name of a country. */
const isCapitalised = (name: string): boolean => name.split(' ').every((word) => /^\p{Lu}/u.test(word));

/**
 * The name of a voice, without what the curator added in brackets. A voice that bears the name of a body it speaks for is told like that body. What the curator
 * calls a page that nobody signs is never told.
 */
export function voiceInProse(voice: Pick<Voice, 'name' | 'article' | 'number'> & Partial<Pick<Voice, 'entities'>>, ctx?: NamesOnly): ProseName {
  const bare = bareVoiceName(voice);
  const entities = voice.entities ?? [];
  const isNameOf = (name: string) => name === bare || name === voice.name;
  const namesake = ctx && entities.find((id) => isNameOf(ctx.nameOf(id)) && ctx.records.entities.get(id)?.names.some(({ text }) => isNameOf(text)));
  if (ctx && namesake !== undefined) return asGrammarSays(voice, bareName(namesake, ctx));
  return asGrammarSays(voice, guessedVoice(bare, entities.length > 0, ctx));
}

/** The name of a voice without what the curator added to it. */
export function bareVoiceName({ name }: Pick<Voice, 'name'>): string {
  return asideInBrackets(name.replace(/\s*\([^()]*\)$/, ''));
}

function guessedVoice(bare: string, speaksForBody: boolean, ctx: NamesOnly | undefined): ProseName {
  const plural = PLURAL_BODY.test(headOf(bare));
  if (bare.startsWith('Unnamed ')) return { text: `an unnamed ${bare.slice('Unnamed '.length)}`, plural };
  if (bare.startsWith('Page ') && !speaksForBody) return { text: 'an unsigned page', plural: false };
  if (bare.startsWith('Police ')) return { text: bare.replace('Police', 'police'), plural };
  // "The court in the case", "British investigators": a description, written like a label.
  if (speaksForBody && /^(The (\S+ )?)?\S+ \p{Ll}/u.test(bare)) return labelInProse(bare, 'Organization', ctx ? properWordsOf(ctx) : new Set());
  return { text: !speaksForBody && THE_PAPER.test(bare) ? `the ${bare}` : withArticle(bare, 'Organization'), plural };
}

/** Titles of newspapers that stand with an article, where they are written without it. */
const THE_PAPER = /^(?!The ).*\b(Post|Times|Guardian|Journal|Herald|Tribune|Telegraph|Independent|Economist|Observer)$/;

function labelInProse(label: string, type: EntityType, proper: ReadonlySet<string>): ProseName {
  const plain = asideInBrackets(label);
  const plural = isPlural(plain, type);
  const [first = ''] = plain.split(' ');
  const isProper = isProperWord(first, proper);
  const text = isProper ? plain : plain.charAt(0).toLowerCase() + plain.slice(1);
  // "Alinejad's friend", but "the suspect's wife".
  const hasDeterminer = DETERMINER.test(text) || (isProper && /^\S+['’]s?\s/.test(text));
  return { text: plural || hasDeterminer ? text : `the ${text}`, plural };
}

const DETERMINER =
  /^(a|an|the|this|that|these|those|his|her|its|their|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|all|both|another|someone|somebody|people|how|\d[\d.,]*)(?![\w/-])/i;

/**
 * "Iranians let go, called terrorists" → "Iranians let go (called terrorists)": a comma in a name would break the sentence. A remark that somebody is not named
 * is dropped.
 */
function asideInBrackets(name: string): string {
  const comma = name.indexOf(', ');
  const aside = name.slice(comma + 2);
  if (comma <= 0 || !/^[a-z]/.test(aside)) return name;
  return /\b(none|not) named\b/.test(aside) ? name.slice(0, comma) : `${name.slice(0, comma)} (${aside})`;
}

const DEMONYM = /(ian|ean|ese|ish|ench|utch|raqi|aeli|meni|stani)s?$/;
const OTHER_PROPER = new Set([
  'American',
  'Americans',
  'German',
  'Germans',
  'African',
  'Mexican',
  'Greek',
  'Swiss',
  'Czech',
  'Saudi',
  'Afghan',
  'Afghans',
  'Turk',
  'Turks',
  'Arab',
  'Arabs',
  'Western',
  'Islamic',
]);
const NOT_DEMONYM = new Set(['Civilian', 'Civilians', 'Guardian', 'Guardians', 'Politician', 'Politicians', 'Technician', 'Bench']);

/** Whether the first word of a label keeps its capital in a sentence: it also occurs in a name, names a people, or is an abbreviation. */
function isProperWord(word: string, proper: ReadonlySet<string>): boolean {
  const bare = word.replace(/['’]s?$/, '');
  if (!/^[A-Z]/.test(bare) || /^\S*[A-Z0-9]\S*$/.test(bare.slice(1))) return true;
  if (OTHER_PROPER.has(bare) || (DEMONYM.test(bare) && !NOT_DEMONYM.has(bare))) return true;
  return proper.has(bare);
}

const knownWords = new WeakMap<ReadonlyMap<string, Entity>, Set<string>>();
const COMMON_IN_NAMES =
  /^(The|A|An|Court|Ministry|Police|Department|Office|Security|Intelligence|Front|Council|House|Parliament|Service|Services|Group|Union|National|Plot|Case|Attack|Member|Members)$/;

/** The capitalised words of all names that are not labels. */
export function namedWords(entities: Iterable<Pick<Entity, 'names'>>): Set<string> {
  const words = new Set<string>();
  for (const { names } of entities) {
    for (const name of names) {
      if (name.kind === 'label') continue;
      for (const word of name.text.split(/[\s,()]+/)) {
        if (/^\p{Lu}/u.test(word) && !COMMON_IN_NAMES.test(word)) words.add(word);
      }
    }
  }
  return words;
}

function wordsOf({ entities }: Pick<Records, 'entities'>): Set<string> {
  let words = knownWords.get(entities);
  if (words === undefined) knownWords.set(entities, (words = namedWords(entities.values())));
  return words;
}

const THE_COUNTRY =
  /^(United |US$|UK$|USA$|Netherlands|Philippines|Soviet |Islamic Republic|Czech Republic|Dominican Republic|Republic |Kingdom |European Union|Vatican|Bahamas|Gambia)/;
const THE_BODY =
  /\b(Department|Ministry|Treasury|Government|Office|Court|Corps|Services?|Agency|Bureau|Committee|Council|Union|Front|Organi[sz]ation|Guards?|Forces?|House|Parliament|Judiciary|Embassy|Authority|Commission|Party|Army|Federation|Association|League|Movement|Brigade|Directorate|Institute|Foundation|Prosecution|Prosecutor)\b/;

function withArticle(name: string, type: EntityType): string {
  if (DETERMINER.test(name) || /^\S+['’]s\s/.test(name)) return name;
  if (type === 'Agency' && /^\p{Lu}{2,5}$/u.test(name)) return `the ${name}`;
  const takes = type === 'Country' ? THE_COUNTRY : traitsOf(type).body ? THE_BODY : undefined;
  return takes?.test(name) ? `the ${name}` : name;
}

const AFTER_HEAD = /\s(?:of|in|on|at|to|by|for|from|with|against|over|near|under|behind|who|whom|that|which|the|abroad|since|let|told|\w+ing|\w+ed)\b|[,(]/;
const COLLECTIVE =
  /^(leadership|group|team|cell|unit|family|crew|network|squad|delegation|couple|gang|community|crowd|pair|duo|trio|ring|band|mob|circle|household)$/i;
const ENDS_SINGULAR = /(ss|us|is|news|corps|series|affairs|headquarters|united|times|states|nations)$/i;
const ENDS_PLURAL = /(men|people|police|staff|children|mobsters)$/i;
const PLURAL_BODY = /^(.*\b)?(police|forces|services|authorities|guards|angels|prosecutors|courts|officials|officers|papers)$/i;

/** The head of a name, without what qualifies it: "security services" of "security services of Western states". */
function headOf(name: string): string {
  const bare = name.replace(/^(the|a|an|those)\s+/i, '');
  return bare.slice(0, bare.search(AFTER_HEAD) < 1 ? undefined : bare.search(AFTER_HEAD)).trim();
}

const SEVERAL = /^(two|three|four|five|six|seven|eight|nine|ten|some|several|many|both|these|those|[2-9]|\d\d+)\s/i;

function isPlural(label: string, type: EntityType): boolean {
  if (type === 'Person') return false;
  if (/^(a|an|one)\s/i.test(label)) return false;
  if (SEVERAL.test(label)) return true;
  const head = headOf(label);
  const noun = head.split(/\s+/).at(-1) ?? '';
  // "Couple held in Paris": the noun comes first where no preposition follows it.
  if (type === 'Group') return !COLLECTIVE.test(noun) && !COLLECTIVE.test(head.split(/\s+/)[0] ?? '');
  if (ENDS_PLURAL.test(noun)) return true;
  return /[a-z]s$/.test(noun) && !ENDS_SINGULAR.test(noun);
}

/** A source: its publisher, else its authors, else the body whose word it is; never the curator's own name for a page. */
export function sourceInProse(id: string, ctx: NarrationContext): string {
  const source = ctx.records.sources.get(id);
  if (!source) return 'a text not on record';
  const voice = ctx.records.voices.get(source.voice);
  if (source.publisher !== undefined) return voiceInProse(voice?.name === source.publisher ? voice : { name: source.publisher }, ctx).text;
  if (source.authors && source.authors.length > 0) return listed(source.authors);
  if (voice && !isUnsigned(source, voice)) return voiceInProse(voice, ctx).text;
  return unsignedWords(source);
}

/** Whether nobody is known whose text it is: neither publisher nor author, and a voice that stands for nothing but this page. */
export function isUnsigned(source: Pick<Source, 'publisher' | 'authors'>, voice: { name: string; entities: readonly string[] } | undefined): boolean {
  if (source.publisher !== undefined || (source.authors?.length ?? 0) > 0) return false;
  return voice === undefined || isCuratorsName(voice);
}

/** What the curator calls a voice that nobody can be asked for: "Page carrying article 7". */
export function isCuratorsName({ name, entities }: { name: string; entities: readonly string[] }): boolean {
  return entities.length === 0 && name.startsWith('Page ');
}

/** "an unsigned page on the site example.org". */
export function unsignedWords({ kind, url, archive }: Pick<Source, 'kind' | 'url' | 'archive'>): string {
  const what = `an unsigned ${/page/i.test(kind) ? 'page' : kind.replaceAll('-', ' ')}`;
  const site = siteOf(url ?? archive);
  return site === undefined ? what : `${what} on the site ${site}`;
}

function siteOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  return new URL(address).hostname.replace(/^www\./, '');
}
