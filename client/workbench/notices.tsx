/** The notices of acts: they stand where nothing is pressed next, and not under the pointer. */
import { Notifications, useNotifications } from '@mantine/notifications';
import { useFreePlace } from '../ui/use-free-place.ts';

const shown = (): HTMLElement | null => document.querySelector('.notices[data-position="bottom-center"]');

export function Notices() {
  const { notifications } = useNotifications();
  useFreePlace(shown, notifications.length);
  return <Notifications className="notices" position="bottom-center" limit={3} />;
}
