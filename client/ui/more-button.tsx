/** Asks for the next page of a list; nothing where there is none. */
export function MoreButton({
  asked,
  label,
}: {
  asked: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
  label: string;
}) {
  if (!asked.hasNextPage) return null;
  return (
    <button type="button" className="btn small" disabled={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
      {label}
    </button>
  );
}
