/** The program of the thread that renders dossiers. */
import { workerData } from 'node:worker_threads';
import { answerOfThread } from '../in-thread.ts';
import type { DocumentPart, DossierToRender } from './render-dossier.ts';

/** The libraries are loaded only for the kind of document that needs them. */
await answerOfThread(async (): Promise<DocumentPart[]> => {
  const dossier = workerData as DossierToRender;
  if (dossier.kind === 'docx') return (await import('./docx-of-dossier.ts')).docxOfDossier(dossier);
  const { bodyOfDossier, htmlOfDossier } = await import('./html-of-dossier.ts');
  if (dossier.kind === 'body') return [{ name: 'body.html', bytes: new TextEncoder().encode(bodyOfDossier(dossier)) }];
  return htmlOfDossier(dossier);
});
