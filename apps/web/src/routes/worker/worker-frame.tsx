import { Gauge, Settings, SquarePen, Wallet } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { AreaFrame, type AreaPage } from "../../components/area-frame";
import { addText } from "../../lib/text";
import { moneyText } from "../../text/money";
import { payoutsText } from "../../text/payouts";
import { scoreText } from "../../text/score";
import { workerText } from "../../text/worker";

addText("payouts", payoutsText);
addText("worker", workerText);
addText("money", moneyText);
addText("score", scoreText);

/** Around a worker's pages; the work screen itself stands alone. */
export function WorkerFrame() {
  const { t } = useTranslation(["worker", "money", "payouts", "score"]);
  const pages = useMemo<AreaPage[]>(
    () => [
      { href: "/work", label: t("nav.work"), icon: SquarePen, letter: "w" },
      { href: "/work/score", label: t("score:nav"), icon: Gauge, letter: "c" },
      { href: "/work/earnings", label: t("money:nav.earnings"), icon: Wallet, letter: "e" },
      { href: "/work/payouts", label: t("payouts:nav"), icon: Wallet, letter: "p" },
      { href: "/work/settings", label: t("nav.settings"), icon: Settings, letter: "s" },
    ],
    [t],
  );
  return <AreaFrame homeHref="/work" pages={pages} settingsHref="/work/settings" />;
}
