import { Meter } from "react-aria-components/Meter";

export interface MeterBarProps {
  /** The id of the words that name it. */
  labelledBy: string;
  value: number;
  max: number;
  /** From this share on the bar is in the tone of what needs attention; the words beside it say why. */
  closeFrom: number;
}

/** How full something is. The numbers stand beside it in words. */
export function MeterBar({ labelledBy, value, max, closeFrom }: MeterBarProps) {
  const share = Math.min(1, value / max);
  return (
    <Meter
      aria-labelledby={labelledBy}
      minValue={0}
      maxValue={max}
      value={Math.min(value, max)}
      className="h-2 overflow-hidden rounded-full bg-pressed"
    >
      <div
        className={`h-full ${share >= closeFrom ? "bg-wait" : "bg-accent"}`}
        style={{ width: `${share * 100}%` }}
      />
    </Meter>
  );
}
