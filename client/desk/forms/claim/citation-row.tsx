/** A row of the form of a passage: its label, what is filled in, and what is wrong with it. */
import type { ReactNode } from 'react';
import type { FileRecord } from '../../../state/draft/file-form.ts';

/** Changes a part of a citation. */
export type SetPart = (part: FileRecord) => void;
/** What is wrong with a field of the citation. */
export type FaultOf = (field: string, deep?: boolean) => string | undefined;

export function CitationRow({ label, fault, children }: { label: string; fault?: string | undefined; children: ReactNode }) {
  return (
    <div className="citation-row" role="group" aria-label={label}>
      <span className="citation-label" aria-hidden>
        {label}
      </span>
      <div>
        {children}
        {fault !== undefined && (
          <p className="meta wrong" role="alert">
            {fault}
          </p>
        )}
      </div>
    </div>
  );
}
