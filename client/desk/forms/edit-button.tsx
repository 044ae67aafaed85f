/** The way from a record, where it is shown, to its form. */
import { IconPencil } from '@tabler/icons-react';
import type { FileKind } from '../../state/draft/file-form.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { words } from '../../i18n/messages.ts';

/** @param of what it is called, where several stand beside each other */
export function EditButton({ kind, id, citation, of }: { kind: FileKind; id: string; citation?: string; of?: string }) {
  return (
    <button
      type="button"
      className="btn small"
      {...(of === undefined ? {} : { 'aria-label': `${words.forms.edit} ${of}` })}
      onClick={() => openForms.open({ form: 'edit', kind, id, ...(citation === undefined ? {} : { citation }) })}
    >
      <IconPencil size={15} stroke={1.7} aria-hidden />
      {words.forms.edit}
    </button>
  );
}
