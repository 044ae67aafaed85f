/** Where files are dropped or chosen. */
import { useRef } from 'react';
import { IconFileUpload, IconFolder } from '@tabler/icons-react';
import type { NamedFile } from '../../api/queries-imports.ts';
import { words } from '../../i18n/messages.ts';
import { filesOfInput } from './dropped-files.ts';

const t = words.imports;

export function ChooseFiles({ onFiles, small = false }: { onFiles: (files: NamedFile[]) => void; small?: boolean }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (event: React.ChangeEvent<HTMLInputElement>): void => {
    const chosen = filesOfInput(event.target.files);
    event.target.value = '';
    onFiles(chosen);
  };
  const size = small ? 'btn small' : 'btn';
  return (
    <div className={small ? 'row wrap block' : 'import-drop'}>
      {!small && <p>{t.drop}</p>}
      <div className="row wrap">
        <button type="button" className={size} onClick={() => files.current?.click()}>
          <IconFileUpload size={16} stroke={1.7} aria-hidden /> {t.choose}
        </button>
        <button type="button" className={size} onClick={() => folder.current?.click()}>
          <IconFolder size={16} stroke={1.7} aria-hidden /> {t.chooseFolder}
        </button>
      </div>
      {!small && <p className="meta">{t.dropNote}</p>}
      <input ref={files} type="file" hidden multiple accept=".json,.jsonl,.ndjson,.csv,.tsv,.txt,.zip,application/json" aria-label={t.choose} onChange={take} />
      <input ref={folder} type="file" hidden multiple aria-label={t.chooseFolder} onChange={take} {...{ webkitdirectory: '' }} />
    </div>
  );
}
