import type { DeletionView } from "@sightline/contract/my-data";
import { Money } from "@sightline/ui/money";
import { Notice } from "@sightline/ui/notice";
import { useTranslation } from "react-i18next";

/** What goes with the account, what stays and why, and what there is to do before. */
export function DeletionFacts({ facts }: { facts: DeletionView }) {
  const { t } = useTranslation("deletion");
  const left = facts.availableMicros + facts.heldMicros + facts.pendingMicros;
  return (
    <div className="flex flex-col gap-4">
      <Part title={t("goesTitle")} lines={[t("goes.person"), t("goes.work"), t("goes.access")]} />
      <Part
        title={t("staysTitle")}
        lines={[t("stays.ledger"), t("stays.invoices", { count: facts.invoices }), t("stays.staff")]}
      />
      {(left > 0 || facts.openTasks > 0 || facts.packageUntilMs !== null) && (
        <Notice tone="wait">
          <ul className="flex flex-col gap-2">
            {left > 0 && (
              <li>
                <Money micros={left} /> {t("now.balance")}
              </li>
            )}
            {facts.openTasks > 0 && <li>{t("now.tasks", { count: facts.openTasks })}</li>}
            {facts.packageUntilMs !== null && <li>{t("now.package")}</li>}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div className="flex flex-col gap-1">
      <h3 className="font-semibold">{title}</h3>
      <ul className="list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
