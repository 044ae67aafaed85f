/** Tells whether each part of a language tag (BCP 47) is registered. The registry is data of 120 kB, so no page may load this. */
import extlangs from 'language-subtag-registry/data/json/extlang.json' with { type: 'json' };
import languages from 'language-subtag-registry/data/json/language.json' with { type: 'json' };
import regions from 'language-subtag-registry/data/json/region.json' with { type: 'json' };
import scripts from 'language-subtag-registry/data/json/script.json' with { type: 'json' };
import variants from 'language-subtag-registry/data/json/variant.json' with { type: 'json' };

/** Whether a subtag, in small letters, is in a list of the registry, which writes those for private use as `qaa..qtz`. */
function registered(list: object): (subtag: string) => boolean {
  const ranges = Object.keys(list).flatMap((key) => {
    const [from, to] = key.split('..');
    return from !== undefined && to !== undefined ? [{ from, to }] : [];
  });
  return (subtag) =>
    Object.hasOwn(list, subtag) || ranges.some(({ from, to }) => subtag.length === from.length && subtag >= from && subtag <= to && /^[a-z]+$/.test(subtag));
}

const isLanguage = registered(languages);
/** The other kinds by their form. A tag of the right form has them in their order. */
const KINDS = [
  { name: 'extended language', form: /^[a-z]{3}$/, isKnown: registered(extlangs) },
  { name: 'script', form: /^[a-z]{4}$/, isKnown: registered(scripts) },
  { name: 'region', form: /^(?:[a-z]{2}|\d{3})$/, isKnown: registered(regions) },
  { name: 'variant', form: /^(?:[a-z\d]{5,8}|\d[a-z\d]{3})$/, isKnown: registered(variants) },
] as const;

/**
 * The first part of a tag that nobody registered, and what it would be; undefined where there is none. What follows a single letter (`-u-`, `-x-`) is not
 * looked at: it is for extensions and private use.
 */
export function unregisteredPart(tag: string): { part: string; as: string } | undefined {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  if (!isLanguage(language)) return { part: language, as: 'language' };
  for (const part of rest) {
    if (part.length === 1) return undefined;
    const kind = KINDS.find(({ form }) => form.test(part));
    if (!kind?.isKnown(part)) return { part, as: kind?.name ?? 'part of a language' };
  }
  return undefined;
}
