/** Which requests are accepted, by Host, Origin and Sec-Fetch-Site. */
import { describe, expect, it } from 'vitest';
import { allowedHosts, refusalOf } from './guard-origin.ts';

const hosts = allowedHosts(4400);
const ask = (headers: Record<string, string>, method = 'GET', route: string | undefined = '/api/stats') => refusalOf({ headers, method, route }, hosts);

describe('a request is accepted', () => {
  it.each(['localhost:4400', '127.0.0.1:4400', '[::1]:4400', 'LOCALHOST:4400'])('for the host %s', (host) => {
    expect(ask({ host })).toBeUndefined();
  });
  it('from our own page', () => {
    expect(ask({ host: 'localhost:4400', origin: 'http://localhost:4400', 'sec-fetch-site': 'same-origin' }, 'POST')).toBeUndefined();
  });
  it('when a person opens the page by a link on another site', () => {
    expect(
      ask({ host: 'localhost:4400', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 'GET', '/'),
    ).toBeUndefined();
  });
});

describe('a request is refused', () => {
  it.each(['evil.example', 'evil.example:4400', 'localhost', 'localhost:4401', 'localhost:4400.evil.example', ''])('for the host "%s" (rebinding)', (host) => {
    expect(ask({ host })).toMatch(/Host/);
  });
  it('without a host', () => expect(ask({})).toMatch(/Host/));
  it.each(['http://evil.example', 'null', 'https://localhost:4400', 'http://localhost:4401', 'http://localhost:4400.evil.example'])(
    'from the origin "%s"',
    (origin) => {
      expect(ask({ host: 'localhost:4400', origin })).toMatch(/origin/);
    },
  );
  it.each(['cross-site', 'same-site'])('as a %s request for data', (site) => {
    expect(ask({ host: 'localhost:4400', 'sec-fetch-site': site })).toMatch(/another site/);
  });
  it('as a navigation of another site into the API', () => {
    expect(ask({ host: 'localhost:4400', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' })).toMatch(/another site/);
  });
  it('as a form of another site posted at the page', () => {
    expect(ask({ host: 'localhost:4400', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 'POST', '/')).toMatch(
      /another site/,
    );
  });
  it('as a frame of another site', () => {
    expect(ask({ host: 'localhost:4400', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 'GET', '/')).toMatch(
      /another site/,
    );
  });
});
