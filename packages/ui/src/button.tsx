import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { type ButtonSize, type ButtonTone, buttonLook } from "./button-look";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  children: ReactNode;
  /** `primary` once a page; `danger` names its effect ("Refund 0.000200 USD"). */
  tone?: ButtonTone;
  size?: ButtonSize;
  /** Fills the width of its column, as in narrow forms. */
  wide?: boolean;
  className?: string;
}

/** While `isPending` it stays focusable, says so to assistive technology, and takes no press. */
export function Button({
  tone = "plain",
  size = "medium",
  wide = false,
  className = "",
  ...props
}: ButtonProps) {
  return (
    <AriaButton {...props} className={`${buttonLook(tone, size)} ${wide ? "w-full" : ""} ${className}`} />
  );
}
