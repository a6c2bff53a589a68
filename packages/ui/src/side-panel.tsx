import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./button";
import { useUiText } from "./ui-text";

export interface SidePanelProps {
  title: ReactNode;
  /** Beside the title: a state, a copy button. */
  aside?: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** What a row opens: the thing itself beside the list it came from. Esc or a press outside leads back. */
export function SidePanel({ title, aside, isOpen, onClose, children }: SidePanelProps) {
  const text = useUiText();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex justify-end bg-overlay"
    >
      <Modal className="h-dvh w-full max-w-xl bg-surface shadow-raised">
        <Dialog className="flex h-full flex-col">
          <header className="flex items-center gap-3 border-b border-line py-3 pe-3 ps-6">
            <Heading slot="title" className="min-w-0 truncate text-16 font-semibold">
              {title}
            </Heading>
            {aside}
            <span className="grow" />
            <Button tone="quiet" size="icon" aria-label={text.close} onPress={onClose}>
              <X aria-hidden className="size-4" />
            </Button>
          </header>
          <div className="flex min-h-0 grow flex-col gap-8 overflow-y-auto p-6">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
