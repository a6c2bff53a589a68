import { CircleAlert } from "lucide-react";
import { Button } from "./button";
import { CopyButton } from "./copy-button";
import { useUiText } from "./ui-text";

export interface ErrorStateProps {
  /** What could not be done, and what to do about it. */
  title: string;
  message?: string;
  /** What to name when asking for help. */
  requestId: string | null;
  onRetry?: () => void;
}

export function ErrorState({ title, message, requestId, onRetry }: ErrorStateProps) {
  const text = useUiText();
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-6 py-12 text-center">
      <CircleAlert aria-hidden className="size-6 text-bad" />
      <p className="text-16 font-medium">{title}</p>
      {message && <p className="max-w-text text-text-quiet">{message}</p>}
      {onRetry && <Button onPress={onRetry}>{text.retry}</Button>}
      {requestId && (
        <p className="flex items-center gap-1 text-13 text-text-quiet">
          {text.requestId} <code className="font-mono break-all">{requestId}</code>
          <CopyButton text={requestId} label={`${text.copy}: ${text.requestId}`} />
        </p>
      )}
    </div>
  );
}
