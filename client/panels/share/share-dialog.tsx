/** Sharing the view: its link, and what the link opens. */
import { Modal } from "@mantine/core";
import { useDeps } from "../../acts/deps.ts";
import { encodeView } from "../../state/link-codec.ts";
import { words } from "../../i18n/messages.ts";

const t = words.share;

export function ShareDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={t.title} closeButtonProps={{ "aria-label": words.app.close }}>
      {opened && <Link />}
    </Modal>
  );
}

function Link() {
  const deps = useDeps();
  // From the view itself: the address may be a moment behind.
  const text = encodeView(deps.store.get());
  const link = `${location.origin}${location.pathname}${text === "" ? "" : `#${text}`}`;
  const copy = (): void => {
    navigator.clipboard.writeText(link).then(() => deps.tell(words.app.copied), () => deps.tell(words.errors.notCopied, true));
  };
  return (
    <div className="dialog">
      <p>{t.lead}</p>
      <label><span className="heading">{t.link}</span><input className="field" readOnly dir="ltr" value={link} onFocus={(event) => event.target.select()} /></label>
      <div className="row" style={{ justifyContent: "flex-end" }}><button type="button" className="btn primary" onClick={copy}>{t.copy}</button></div>
    </div>
  );
}
