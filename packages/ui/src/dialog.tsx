import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./button";
import { useUiText } from "./ui-text";

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** False while leaving would lose something that is shown only this once. */
  dismissable?: boolean;
  /** `alertdialog` for what cannot be undone. */
  role?: "dialog" | "alertdialog";
  children: ReactNode;
}

/** A modal question or form. Focus goes in, stays in, and returns to where it came from. */
export function Dialog({
  title,
  isOpen,
  onClose,
  dismissable = true,
  role = "dialog",
  children,
}: DialogProps) {
  const text = useUiText();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      className="fixed inset-0 z-40 flex items-end justify-center overflow-y-auto bg-overlay p-4 sm:items-center"
    >
      <Modal className="w-full max-w-lg rounded-10 bg-surface shadow-raised">
        <AriaDialog role={role} className="flex max-h-[85dvh] flex-col">
          <div className="flex items-center justify-between gap-4 pt-4 pe-4 ps-6">
            <Heading slot="title" className="text-16 font-semibold">
              {title}
            </Heading>
            {dismissable && (
              <Button tone="quiet" size="icon" aria-label={text.close} onPress={onClose}>
                <X aria-hidden className="size-4" />
              </Button>
            )}
          </div>
          <div className="overflow-y-auto px-6 pt-2 pb-6">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The line of buttons that ends a form or a dialog: the act last, as the eye arrives there. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center justify-end gap-2 pt-2">{children}</div>;
}
