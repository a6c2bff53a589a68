/** The mark: an eye reduced to a line of sight and what it meets. */
export function BrandMark({ className = "size-5" }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={`shrink-0 text-accent-text ${className}`}>
      <path
        d="M1.5 10C4 5.8 6.9 3.8 10 3.8s6 2 8.5 6.2c-2.5 4.2-5.4 6.2-8.5 6.2S4 14.2 1.5 10Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinejoin="round"
      />
      <circle cx="10" cy="10" r="2.6" fill="currentColor" />
    </svg>
  );
}
