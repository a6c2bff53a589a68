import { Notice } from "@sightline/ui/notice";
import { useTranslation } from "react-i18next";
import { requestIdOf } from "../lib/server-error";
import { useErrorWords } from "./error-words";

/** Above a form's buttons when sending it failed; nothing typed is lost, so sending again is the way on. */
export function SendError({ title, error }: { title: string; error: unknown }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  if (error === null) return null;
  const requestId = requestIdOf(error);
  return (
    <Notice tone="bad" urgent>
      <p>
        {title} {words(error)}
      </p>
      {requestId && (
        <p className="mt-1 text-13">
          {t("ui.requestId")} <code className="font-mono break-all">{requestId}</code>
        </p>
      )}
    </Notice>
  );
}
