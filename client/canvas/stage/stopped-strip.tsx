/** Says that the reader stopped the reading of what is to be drawn, and reads it when asked. */
import { useStore } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';

export function StoppedStrip() {
  const store = useStore();
  return (
    <div className="status" role="status">
      {words.canvas.unread}
      <button type="button" className="btn small" onClick={() => store.dispatch({ type: 'reading-stopped', stopped: false })}>
        {words.canvas.readOn}
      </button>
    </div>
  );
}
