/** Fails a build that imports a module of Node: a browser has none, and Vite would replace it by an empty object. */
import type { Plugin } from 'vite';

/** The error names the module and the file that imports it. */
export function refuseNode(): Plugin {
  return {
    name: 'refuse-node',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id.startsWith('node:')) this.error(`${importer ?? 'The page'} imports ${id}: the client may not reach it, not even through the domain.`);
      return null;
    },
  };
}
