import { CircleAlert, CircleCheck, X } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { Button } from "./button";
import { useUiText } from "./ui-text";

export interface ToastContent {
  tone: "good" | "bad";
  text: string;
}
type ShownToast = ToastContent & { id: number };

const SHOWN_MS = 6_000;
const TOASTS_MAX = 3;
const ToastContext = createContext<(content: ToastContent) => void>(() => {});

/** Says in a corner what happened. What must be decided or kept does not belong into it. */
export function useToast(): (content: ToastContent) => void {
  return useContext(ToastContext);
}

let lastId = 0;

export function ToastProvider({ children }: { children: ReactNode }) {
  const text = useUiText();
  const [toasts, setToasts] = useState<ShownToast[]>([]);
  const show = useCallback((content: ToastContent) => {
    lastId += 1;
    const toast = { ...content, id: lastId };
    setToasts((shown) => [...shown, toast].slice(-TOASTS_MAX));
  }, []);
  const dismiss = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);

  return (
    <ToastContext value={show}>
      {children}
      {/* The attribute keeps it in reach, and heard, while a dialog hides the rest of the page. */}
      <div
        role="status"
        aria-label={text.notifications}
        data-react-aria-top-layer="true"
        className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex flex-col items-center gap-2 md:inset-x-auto md:end-6 md:bottom-6 md:items-end"
      >
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} onDismiss={dismiss} />
        ))}
      </div>
    </ToastContext>
  );
}

function Toast({ toast, onDismiss }: { toast: ShownToast; onDismiss: (id: number) => void }) {
  const text = useUiText();
  const [held, setHeld] = useState(false);
  // Nobody has to read against the clock: pointing at it or focus within it stops its time.
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onDismiss(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, onDismiss, toast.id]);

  const Icon = toast.tone === "good" ? CircleCheck : CircleAlert;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing only holds the clock; the act is the button inside.
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-md items-center gap-3 rounded-10 bg-surface py-2 pe-2 ps-4 shadow-raised"
    >
      <Icon aria-hidden className={`size-4 shrink-0 ${toast.tone === "good" ? "text-good" : "text-bad"}`} />
      <p className="text-14">{toast.text}</p>
      <Button tone="quiet" size="icon" aria-label={text.dismiss} onPress={() => onDismiss(toast.id)}>
        <X aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
