import { useTranslation } from "react-i18next";
import { serverErrorCode } from "../lib/server-error";

/** Words for a failed call that say what to do. A refusal of the server's comes with its own. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    switch (serverErrorCode(error)) {
      case "UNREACHABLE":
        return t("error.unreachable");
      case "NOT_FOUND":
        return t("error.notFound");
      case "TOO_MANY_REQUESTS":
        return t("error.tooMany");
      case "FORBIDDEN":
      case "CONFLICT":
      case "PRECONDITION_FAILED":
        return error instanceof Error ? error.message : t("error.internal");
      default:
        return t("error.internal");
    }
  };
}
