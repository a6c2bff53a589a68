import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { type ButtonSize, type ButtonTone, buttonLook } from "./button-look";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style" | "isPending"> {
  children: ReactNode;
  /** `primary` once a page; `danger` names its effect ("Refund 0.000200 USD"). */
  tone?: ButtonTone;
  size?: ButtonSize;
  /** What it started is under way: it keeps focus, and takes no further press. */
  isPending?: boolean;
  /** Fills the width of its column, as in narrow forms. */
  wide?: boolean;
  className?: string;
}

export function Button({
  tone = "plain",
  size = "medium",
  wide = false,
  isPending = false,
  className = "",
  ...props
}: ButtonProps) {
  const look = `${buttonLook(tone, size)} ${wide ? "w-full" : ""} ${className}`;
  if (!isPending) return <AriaButton {...props} className={look} />;
  // The library's own pending state announces by an element that outlives the button and then names nothing.
  const { onPress: _onPress, type: _type, ...still } = props;
  return <AriaButton {...still} type="button" aria-disabled="true" data-pending className={look} />;
}
