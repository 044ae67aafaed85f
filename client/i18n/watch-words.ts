/** Words of watches, and of what is new since the last visit. */
import { count } from './counting.ts';

type Differs = { gained: number; lost: number; changed: number };
const list = (parts: readonly string[]) => parts.join(', ');

export const watchWords = {
  watches: {
    title: 'Watches',
    lead: 'Questions whose answers are watched. Each is compared with its answer as it was recorded when you last marked it as seen.',
    none: 'Nothing is watched yet. Press “Watch this” at the answer of a trace, at a list of claims, of roles or of what wants corroboration.',
    watch: 'Watch this',
    watching: 'Watched',
    notNow: 'Not now',
    set: 'The answer is watched. “Watches” tells what changes of it.',
    notDone: 'That was not done.',
    signing: {
      name: 'Your name',
      nameWhy: 'Colleagues see who set the watch.',
      signedAs: (name: string) => `Signed as ${name}.`,
      otherName: 'Another name',
    },
    traceTitle: (from: string, to: string) => `From ${from} to ${to}`,
    by: (who: string, seen: string) => `set by ${who}, seen up to ${seen}`,
    ask: (title: string) => `Ask again: ${title}`,
    markSeen: 'Mark as seen',
    markSeenOf: (title: string) => `Mark as seen: ${title}`,
    remove: 'Remove',
    removeOf: (title: string) => `Remove: ${title}`,
    removed: (title: string) => `No longer watched: ${title}`,
    putBack: 'Watch again',
    state: { changed: 'changed', same: 'no change', 'not-asked': 'not asked', failed: 'cannot be asked' },
    notAsked: (n: number) => `For ${count(n, 'watch', 'watches')} there was no time.`,
    askRest: 'Ask these now',
    differs: (of: 'paths' | 'claims' | 'roles' | 'gaps', { gained, lost, changed }: Differs) => {
      if (of === 'gaps')
        return list(
          [
            gained > 0 ? `${count(gained, 'claim')} now ${gained === 1 ? 'wants' : 'want'} corroboration` : '',
            lost > 0 ? `${count(lost, 'claim')} no longer` : '',
            changed > 0 ? `${count(changed, 'claim')} for other reasons` : '',
          ].filter(Boolean),
        );
      const one = { paths: 'path', claims: 'claim', roles: 'role' }[of];
      const parts = [
        gained > 0 ? `${count(gained, one)} gained` : '',
        lost > 0 ? `${count(lost, one)} lost` : '',
        changed > 0 ? `${count(changed, one)} changed` : '',
      ];
      return list(parts.filter(Boolean));
    },
    lists: { gained: 'Gained', lost: 'Lost', changed: 'Changed' },
    gapLists: { gained: 'Now want corroboration', lost: 'No longer want corroboration', changed: 'Want it for other reasons' },
    weakestWas: (was: string, now: string) => `weakest hop: ${was}, now ${now}`,
    morePaths: 'There are more paths than were looked at: one may be gained or lost only among those.',
    was: (text: string) => `was: ${text}`,
    now: (text: string) => `now ${text}`,
    shownOf: (shown: number, total: number) => `The first ${shown} of ${total}.`,
  },
  since: {
    title: 'Since your last visit',
    heading: (day: string) => `Since your last visit on ${day}`,
    watched: (n: number) => `${count(n, 'watched answer')} changed`,
    watchedAsking: 'watches are being asked',
    show: 'Show what is new',
    read: 'I have read it',
    none: 'No claim was gained, lost or changed.',
    all: 'Watches',
  },
} as const;
