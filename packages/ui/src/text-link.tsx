import type { ReactNode } from "react";
import { Link, type LinkProps } from "react-aria-components/Link";
import { type ButtonSize, type ButtonTone, buttonLook } from "./button-look";

interface TextLinkProps extends Omit<LinkProps, "children" | "className" | "style"> {
  href: string;
  children: ReactNode;
  className?: string;
}

/** A link within or beside text. */
export function TextLink({ className = "", ...props }: TextLinkProps) {
  return (
    <Link
      {...props}
      className={`rounded-6 font-medium text-accent-text underline decoration-1 underline-offset-3 hover:decoration-2 ${className}`}
    />
  );
}

/** A link that leads to the next step and looks like the button it stands for. */
export function ButtonLink({
  tone = "plain",
  size = "medium",
  className = "",
  ...props
}: TextLinkProps & { tone?: ButtonTone; size?: ButtonSize }) {
  return <Link {...props} className={`${buttonLook(tone, size)} ${className}`} />;
}
