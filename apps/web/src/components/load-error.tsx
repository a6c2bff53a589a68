import { ErrorState } from "@sightline/ui/error-state";
import { requestIdOf } from "../lib/server-error";
import { useErrorWords } from "./error-words";

export interface LoadErrorProps {
  title: string;
  error: unknown;
  onRetry: () => unknown;
}

/** In place of what could not be loaded: what happened, the request id, and the way to try again. */
export function LoadError({ title, error, onRetry }: LoadErrorProps) {
  const words = useErrorWords();
  return (
    <ErrorState
      title={title}
      message={words(error)}
      requestId={requestIdOf(error)}
      onRetry={() => void onRetry()}
    />
  );
}
