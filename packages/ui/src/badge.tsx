import { CircleCheck, CircleDashed, CircleDot, CircleX, type LucideIcon, TriangleAlert } from "lucide-react";

export type BadgeTone = "neutral" | "active" | "good" | "wait" | "bad";

const TONES: Record<BadgeTone, { icon: LucideIcon; look: string }> = {
  neutral: { icon: CircleDashed, look: "bg-hover text-text-quiet" },
  active: { icon: CircleDot, look: "bg-accent-ground text-accent-text" },
  good: { icon: CircleCheck, look: "bg-good-ground text-good" },
  wait: { icon: TriangleAlert, look: "bg-wait-ground text-wait" },
  bad: { icon: CircleX, look: "bg-bad-ground text-bad" },
};

/** A state: always a word and a shape; the colour only helps. */
export function Badge({ tone, children }: { tone: BadgeTone; children: string }) {
  const { icon: Icon, look } = TONES[tone];
  return (
    <span
      className={`inline-flex h-6 items-center gap-1 rounded-full px-2 text-12 font-medium whitespace-nowrap ${look}`}
    >
      <Icon aria-hidden className="size-3.5" />
      {children}
    </span>
  );
}
