/** Routes the lines of a placed plan in a worker, because that takes up to a second. */
import { finish, type PlacedPlan } from './finish.ts';

self.addEventListener('message', (event: MessageEvent<PlacedPlan>) => self.postMessage(finish(event.data)));
