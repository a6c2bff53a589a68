import type { InvoiceLine } from "@sightline/contract/invoices";
import { formatWireUsd } from "@sightline/contract/money";
import type { TaskKind } from "@sightline/contract/task-kinds";
import { Money } from "@sightline/ui/money";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

/** A plain table: it is printed as it stands. On a narrow screen it scrolls by itself. */
export function InvoiceLines({ lines, totalMicros }: { lines: InvoiceLine[]; totalMicros: number }) {
  const { t } = useTranslation("invoices");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
    <section aria-label={t("lines")} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-start text-14">
        <thead>
          <tr className="border-b border-line text-13 text-text-quiet">
            <th className="py-2 pe-4 font-medium">{t("what")}</th>
            <th className="py-2 pe-4 text-end font-medium">{t("count")}</th>
            <th className="py-2 pe-4 text-end font-medium">{t("rate")}</th>
            <th className="py-2 text-end font-medium">{t("amount")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.sort} ${line.name}`} className="border-b border-line">
              <td className="py-2 pe-4">{nameOf(t, line)}</td>
              <td className="py-2 pe-4 text-end font-mono tabular">{line.count}</td>
              <td className="py-2 pe-4 text-end font-mono tabular whitespace-nowrap">{rateOf(line)}</td>
              <td className="py-2 text-end whitespace-nowrap">
                <Money micros={line.micros} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3} className="py-2 pe-4 font-medium">
              {t("total")}
            </th>
            <td className="py-2 text-end font-medium whitespace-nowrap">
              <Money micros={totalMicros} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function nameOf(t: TFunction<"invoices">, { sort, name }: InvoiceLine): string {
  if (sort === "tasks") return t(`kinds.${name as TaskKind}`);
  if (sort === "in_package") return t("inPackage", { kind: t(`kinds.${name as TaskKind}`) });
  return t(`sorts.${sort}`, { name });
}

/** `0.0002` or, where it moved, `0.0002 to 0.0003`. */
function rateOf({ leastMicros, mostMicros }: InvoiceLine): string {
  const least = formatWireUsd(leastMicros);
  return leastMicros === mostMicros ? least : `${least} – ${formatWireUsd(mostMicros)}`;
}
