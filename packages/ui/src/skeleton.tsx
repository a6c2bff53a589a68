import { useUiText } from "./ui-text";

/** A grey stand-in of the size of what is on its way. */
export function Skeleton({ className = "h-4 w-24" }: { className?: string }) {
  return <span aria-hidden className={`block animate-shimmer rounded-6 bg-pressed ${className}`} />;
}

/** The waiting state of a page's part that is no table. */
export function LoadingBlock({ lines = 3 }: { lines?: number }) {
  const text = useUiText();
  return (
    <div role="status" className="flex flex-col gap-3 py-2">
      <span className="sr-only">{text.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity but their place.
        <Skeleton key={line} className={line % 2 === 0 ? "h-4 w-full max-w-md" : "h-4 w-2/3 max-w-sm"} />
      ))}
    </div>
  );
}
