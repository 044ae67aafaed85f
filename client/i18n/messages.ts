/** Every word the interface says, in one place; what is said of people comes hedged from the API and never from here. */
import { appWords } from "./app-words.ts";
import { canvasWords } from "./canvas-words.ts";
import { evidenceWords } from "./evidence-words.ts";
import { modelWords } from "./model-words.ts";

export const words = { ...modelWords, ...appWords, ...canvasWords, ...evidenceWords } as const;
