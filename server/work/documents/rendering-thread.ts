/** The program of the thread that renders dossiers. */
import { answerOfThread } from '../in-thread.ts';
import type { DocumentPart, DossierToRender } from './render-dossier.ts';

/** The libraries are loaded only for the kind of document that needs them. */
answerOfThread(async (dossier: DossierToRender): Promise<DocumentPart[]> => {
  if (dossier.kind === 'docx') return (await import('./docx-of-dossier.ts')).docxOfDossier(dossier);
  const { bodyOfDossier, htmlOfDossier } = await import('./html-of-dossier.ts');
  if (dossier.kind === 'body') return [{ name: 'body.html', bytes: new TextEncoder().encode(bodyOfDossier(dossier)) }];
  return htmlOfDossier(dossier);
});
