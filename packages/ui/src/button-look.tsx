export type ButtonTone = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large" | "icon";

const BASE =
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-6 font-medium whitespace-nowrap select-none " +
  "transition-colors duration-(--transition) touch-target " +
  "data-[disabled]:opacity-50 data-[pending]:opacity-70";

const TONES: Record<ButtonTone, string> = {
  primary:
    "bg-accent text-on-accent data-[hovered]:bg-accent-hover data-[pressed]:bg-accent-hover hover:bg-accent-hover",
  plain:
    "bg-surface text-text ring-1 ring-inset ring-line-control hover:bg-hover data-[hovered]:bg-hover data-[pressed]:bg-pressed",
  quiet: "text-text hover:bg-hover data-[hovered]:bg-hover data-[pressed]:bg-pressed",
  danger: "bg-bad-fill text-on-accent hover:opacity-90 data-[pressed]:opacity-85",
};

const SIZES: Record<ButtonSize, string> = {
  small: "h-7 px-2.5 text-13",
  medium: "h-9 px-3.5 text-14",
  large: "h-11 px-5 text-16",
  icon: "size-8 text-14",
};

/** The classes of a button, for links that look like one as well. */
export function buttonLook(tone: ButtonTone, size: ButtonSize): string {
  return `${BASE} ${TONES[tone]} ${SIZES[size]}`;
}
