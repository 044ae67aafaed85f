/** Groups by hand: their names and members, and a button to remove each. */
import { useDeps } from '../../acts/deps.ts';
import { useView } from '../../state/store.ts';
import type { HandGroup } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import { ListPart } from './list-part.tsx';

const t = words.contents;

export function GroupsPart() {
  const groups = useView((s) => s.history.present.canvas.groups);
  if (groups.length === 0) return null;
  return (
    <ListPart
      label={t.groups(groups.length)}
      items={groups}
      keyOf={(group) => group.id}
      estimate={40}
      row={(group) => <Row key={group.name} group={group} />}
    />
  );
}

function Row({ group }: { group: HandGroup }) {
  const { store } = useDeps();
  const rename = (name: string): void => {
    if (name !== '' && name !== group.name) store.dispatch({ type: 'hand-group', words: words.acts.rename(name), group: { ...group, name } });
  };
  return (
    <>
      <input
        className="field"
        aria-label={t.groupName}
        defaultValue={group.name}
        maxLength={200}
        dir="auto"
        onBlur={(event) => rename(event.target.value.trim())}
        onKeyDown={(event) => event.key === 'Enter' && rename(event.currentTarget.value.trim())}
      />
      <button
        type="button"
        className="btn small"
        aria-label={t.selectMembers(group.name)}
        onClick={() => store.dispatch({ type: 'select', selection: { entities: group.members, claims: [] } })}
      >
        {t.members(group.members.length)}
      </button>
      <button
        type="button"
        className="btn ghost small icon"
        aria-label={words.acts.ungroup(group.name)}
        title={words.acts.ungroup(group.name)}
        onClick={() => store.dispatch({ type: 'hand-group', words: words.acts.ungroup(group.name), group: { ...group, members: [] } })}
      >
        ✕
      </button>
    </>
  );
}
