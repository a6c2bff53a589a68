import type { ReactNode } from "react";

/** Nothing here yet: says why, and offers the next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-12 text-center">
      <p className="text-16 font-medium">{title}</p>
      {children && <div className="max-w-text text-text-quiet">{children}</div>}
      {action && <div className="pt-1">{action}</div>}
    </div>
  );
}
