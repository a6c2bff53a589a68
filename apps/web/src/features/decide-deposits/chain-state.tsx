import type { ChainView } from "@sightline/contract/deposits";
import { Notice } from "@sightline/ui/notice";
import { useTranslation } from "react-i18next";

export function ChainState({ chain }: { chain: ChainView | null }) {
  const { t } = useTranslation("billing");
  if (chain === null) return <Notice tone="info">{t("staff.off")}</Notice>;
  const { name, failure, headBlock: block, confirmations: count } = chain;
  return (
    <div className="flex flex-col gap-3">
      {failure !== null ? (
        <Notice tone="bad">{t("staff.trouble", { name, failure })}</Notice>
      ) : (
        <Notice tone="good">
          {block === null ? t("staff.unread", { name }) : t("staff.reading", { name, block, count })}
        </Notice>
      )}
      {chain.deepReorgAtMs !== null && <Notice tone="bad">{t("staff.deep")}</Notice>}
    </div>
  );
}
