/** Search as you type: grouped by type, why each matched, all by keyboard; Enter hands over the chosen entity. */
import { useEffect, useId, useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { searchQuery } from "../../api/queries.ts";
import type { NodeView } from "../../../server/contract/views.ts";
import { useView } from "../../state/store.ts";
import { EntityMark } from "../../ui/entity-mark.tsx";
import { explainError } from "../../acts/explain-error.ts";
import { words } from "../../i18n/messages.ts";

export interface FinderProps {
  big?: boolean;
  placeholder?: string;
  label?: string;
  autoFocus?: boolean;
  /** The `/` key goes here. */
  global?: boolean;
  onPick: (entity: NodeView) => void;
}

/** Typing waits this long before it is asked, ms. */
const DEBOUNCE = 120;

export function Finder({ big, placeholder, label, autoFocus, global: isGlobal, onPick }: FinderProps) {
  const [text, setText] = useState("");
  const [exact, setExact] = useState(false);
  const [shown, setShown] = useState(false);
  const [at, setAt] = useState(0);
  const [q] = useDebouncedValue(text.trim(), DEBOUNCE);
  const clocks = useView((s) => s.history.present.clocks);
  const onCanvas = useView((s) => s.history.present.canvas.entities);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const asked = useQuery({ ...searchQuery(q, exact, clocks), enabled: q !== "" });
  const results = q === "" ? [] : (asked.data?.results ?? []);
  const ordered = [...new Set(results.map((r) => r.entity.type))].flatMap((type) => results.filter((r) => r.entity.type === type));
  const open = shown && q !== "";

  useEffect(() => setAt(0), [q, exact]);
  const pick = (index: number): void => {
    const chosen = ordered[index];
    if (!chosen) return;
    setText("");
    setShown(false);
    onPick(chosen.entity);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === "ArrowDown") setAt((i) => Math.min(i + 1, ordered.length - 1));
    else if (event.key === "ArrowUp") setAt((i) => Math.max(i - 1, 0));
    else if (event.key === "Enter") pick(at);
    else if (event.key === "Escape") {
      if (text === "") input.current?.blur();
      setText("");
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  return (
    <div className={`finder${big ? " big" : ""}`} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setShown(false)}>
      <div className="box">
        <IconSearch size={big ? 21 : 17} stroke={1.8} aria-hidden />
        <input
          ref={input}
          type="search"
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-activedescendant={open && ordered[at] ? `${listId}-${at}` : undefined}
          aria-autocomplete="list"
          aria-label={label ?? words.search.label}
          data-finder={isGlobal ? "global" : undefined}
          placeholder={placeholder ?? words.search.placeholder}
          value={text}
          dir="auto"
          autoFocus={autoFocus}
          spellCheck={false}
          autoComplete="off"
          onFocus={() => setShown(true)}
          onChange={(event) => {
            setText(event.target.value);
            setShown(true);
          }}
          onKeyDown={onKeyDown}
        />
        {isGlobal && text === "" && <span className="kbd" aria-hidden>/</span>}
      </div>
      <div className="visually-hidden" role="status">{open && asked.data ? words.search.results(asked.data.total) : ""}</div>
      {open && (
        <div className="found">
          {asked.error !== null && ordered.length === 0 && <p className="foot" role="alert">{explainError(asked.error)}</p>}
          {asked.isFetching && ordered.length === 0 && <p className="foot">{words.app.loading}</p>}
          {!asked.isFetching && asked.data && ordered.length === 0 && <p className="foot">{words.search.nothing(q)}</p>}
          <div role="listbox" id={listId} aria-label={label ?? words.search.label}>
            {ordered.map(({ entity, matched }, index) => (
              <Found
                key={entity.id}
                id={`${listId}-${index}`}
                heading={entity.type === ordered[index - 1]?.entity.type ? undefined : words.types[entity.type]}
                entity={entity}
                why={matched.text !== entity.name ? words.search.matched(matched.text) : ""}
                how={words.search.why[matched.why] ?? ""}
                drawn={onCanvas.includes(entity.id)}
                current={index === at}
                onHover={() => setAt(index)}
                onPick={() => pick(index)}
              />
            ))}
          </div>
          <div className="foot">
            <label className="row"><input type="checkbox" checked={exact} onChange={(e) => setExact(e.target.checked)} /> {words.search.exact}</label>
            {asked.data && asked.data.total > ordered.length && <span>{words.search.more(asked.data.total - ordered.length)}</span>}
          </div>
        </div>
      )}
    </div>
  );
}

interface FoundProps {
  id: string;
  heading?: string;
  entity: NodeView;
  why: string;
  how: string;
  drawn: boolean;
  current: boolean;
  onHover: () => void;
  onPick: () => void;
}
function Found({ id, heading, entity, why, how, drawn, current, onHover, onPick }: FoundProps) {
  return (
    <>
      {heading && <div className="group heading" role="presentation">{heading}</div>}
      <div
        id={id}
        role="option"
        aria-selected={current}
        onMouseMove={onHover}
        onMouseDown={(event) => {
          event.preventDefault();
          onPick();
        }}
      >
        <EntityMark type={entity.type} vague={entity.unnamed || entity.generic} />
        <span>
          <span lang={entity.nameLang} dir="auto">{entity.name}</span>
          {why !== "" && <span className="meta" dir="auto"> {why}</span>}
        </span>
        <span className="meta">{[drawn ? words.search.onCanvas : how, words.search.claims(entity.degree)].filter((t) => t !== "").join(" · ")}</span>
      </div>
    </>
  );
}
