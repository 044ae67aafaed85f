/** Finds a free port on 127.0.0.1. */
import { createServer } from 'node:net';

/** A free port, given by the system. Another program may take it before it is used, so the caller must handle a failed start. */
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
