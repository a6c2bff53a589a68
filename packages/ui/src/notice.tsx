import { CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const TONES: Record<"info" | "good" | "wait" | "bad", { icon: LucideIcon; look: string; icons: string }> = {
  info: { icon: Info, look: "bg-hover", icons: "text-text-quiet" },
  good: { icon: CircleCheck, look: "bg-good-ground", icons: "text-good" },
  wait: { icon: TriangleAlert, look: "bg-wait-ground", icons: "text-wait" },
  bad: { icon: TriangleAlert, look: "bg-bad-ground", icons: "text-bad" },
};

export interface NoticeProps {
  tone: keyof typeof TONES;
  children: ReactNode;
  /** Read out at once: for what has just gone wrong. */
  urgent?: boolean;
}

/** A sentence that belongs to the page, not to a moment. */
export function Notice({ tone, children, urgent = false }: NoticeProps) {
  const { icon: Icon, look, icons } = TONES[tone];
  return (
    <div
      {...(urgent && { role: "alert" })}
      className={`flex items-start gap-3 rounded-10 px-4 py-3 text-14 ${look}`}
    >
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${icons}`} />
      <div className="min-w-0 max-w-[90ch] grow">{children}</div>
    </div>
  );
}
