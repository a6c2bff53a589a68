/** The keys of a command: `g q` is one after the other, `Ctrl+K` together. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <kbd className="inline-flex gap-1 font-mono text-12 text-text-quiet">
      {keys.split(" ").map((key, place) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: `g g` holds the same key twice; only the place tells them apart.
          key={place}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-6 border border-line bg-ground px-1"
        >
          {key}
        </kbd>
      ))}
    </kbd>
  );
}
