/** A port nobody listens on, on 127.0.0.1. */
import { createServer } from 'node:net';

/** Asks the system for one. Another program may take it before it is used: the caller must bear a failed start. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((settle, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', settle);
  });
  const address = server.address();
  await new Promise<void>((settle) => server.close(() => settle()));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
