/** A TCP proxy on loopback that can cut, slow or stop the traffic between driver and database. */
import { connect, createServer, type Socket } from 'node:net';

export type ProxyMode = 'pass' | 'refuse' | 'silent' | { delayMs: number };

/** A Bolt COMMIT message as sent: one chunk of two bytes (structure 0x12 without fields) and the end mark. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

export interface LoopbackProxy {
  port: number;
  setMode(mode: ProxyMode): void;
  /** Drops the reply to the next COMMIT and closes the connection. Resolves when that has happened. */
  cutNextCommit(): Promise<void>;
  close(): Promise<void>;
}

/** Forwards to 127.0.0.1:`target` until the mode is changed. A change applies to open connections too. */
export async function startLoopbackProxy(target: number): Promise<LoopbackProxy> {
  let mode: ProxyMode = 'pass';
  let cut: (() => void) | undefined;
  const open = new Set<Socket>();

  const forward = (to: Socket, chunk: Buffer) => {
    if (mode === 'silent') return;
    const send = () => void (to.destroyed || to.write(chunk));
    if (typeof mode === 'object') setTimeout(send, mode.delayMs);
    else send();
  };
  const server = createServer((client) => {
    if (mode === 'refuse') {
      client.destroy();
      return;
    }
    const upstream = connect({ host: '127.0.0.1', port: target });
    let dropReply = false;
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk) => {
      if (cut !== undefined && chunk.includes(COMMIT)) dropReply = true;
      forward(upstream, chunk);
    });
    upstream.on('data', (chunk) => {
      if (!dropReply) return forward(client, chunk);
      // The server has committed or refused; the client cannot find out by this connection.
      client.destroy();
      upstream.destroy();
      cut?.();
      cut = undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    setMode(next) {
      mode = next;
      if (next === 'refuse') for (const socket of open) socket.destroy();
    },
    cutNextCommit: () => new Promise((resolve) => (cut = resolve)),
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
