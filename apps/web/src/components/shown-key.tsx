import { CopyButton } from "@sightline/ui/copy-button";
import { Notice } from "@sightline/ui/notice";
import { useTranslation } from "react-i18next";

/** An API key at the one moment when it can be seen. */
export function ShownKey({ apiKey }: { apiKey: string }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3 rounded-10 border border-line bg-hover py-2 pe-2 ps-4">
        <span className="flex min-w-0 grow flex-col">
          <span className="text-12 text-text-quiet">{t("apiKey.label")}</span>
          <code className="font-mono text-14 break-all select-all">{apiKey}</code>
        </span>
        <CopyButton text={apiKey} label={t("apiKey.copy")} showLabel />
      </div>
      <Notice tone="wait">{t("apiKey.once")}</Notice>
    </div>
  );
}
