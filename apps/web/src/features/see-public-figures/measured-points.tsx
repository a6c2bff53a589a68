import type { PublicFigures } from "@sightline/contract/figures";
import { TASK_KIND_NAMES } from "@sightline/contract/task-kinds";
import { formatDuration } from "@sightline/ui/duration";
import { TextLink } from "@sightline/ui/text-link";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatPricePerThousand } from "../../lib/read-price";

interface Point {
  title: string;
  figure: string;
  body: ReactNode;
}

/** What the service says for itself, each as a fact that was measured. */
export function MeasuredPoints({ figures }: { figures: PublicFigures }) {
  const { t } = useTranslation("figures");
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {pointsOf(figures, t).map(({ title, figure, body }) => (
        <li key={title} className="flex flex-col gap-1 rounded-10 border border-line bg-surface p-5">
          <h3 className="text-13 text-text-quiet">{title}</h3>
          <p className="text-20 font-semibold tabular">{figure}</p>
          <div className="text-text-quiet">{body}</div>
        </li>
      ))}
    </ul>
  );
}

function pointsOf(figures: PublicFigures, t: TFunction<"figures">): Point[] {
  const { answered, unsolved, kinds } = figures;
  const cheapest = Math.min(...kinds.map(({ priceMicros }) => priceMicros));
  return [
    {
      title: t("points.pay"),
      figure: answered + unsolved === 0 ? t("points.paySubject") : String(answered),
      body:
        answered + unsolved === 0
          ? t("points.payNone")
          : t("points.payBody", { answered: answered.toLocaleString(), unsolved: unsolved.toLocaleString() }),
    },
    {
      title: t("points.easy"),
      figure: t("points.easyFigure"),
      body: (
        <>
          {t("points.easyBody", { kinds: TASK_KIND_NAMES.length })}{" "}
          <TextLink href="/docs" target="_blank">
            {t("points.docs")}
          </TextLink>
        </>
      ),
    },
    speedPoint(figures, t),
    {
      title: t("points.price"),
      figure: t("points.priceFigure", { price: formatPricePerThousand(cheapest) }),
      body: t("points.priceBody"),
    },
    chainPoint(figures, t),
    uptimePoint(figures, t),
  ];
}

function speedPoint({ kinds }: PublicFigures, t: TFunction<"figures">): Point {
  const image = kinds.find(({ kind }) => kind === "image");
  const p50Ms = image?.solveP50Ms ?? null;
  const p95Ms = image?.solveP95Ms ?? null;
  return {
    title: t("points.speed"),
    figure: formatDuration(p50Ms),
    body: p50Ms === null ? t("points.speedNone") : t("points.speedBody", { p95: formatDuration(p95Ms) }),
  };
}

/** Rounded down, so that 100 % is said only of every minute. */
function uptimePoint({ uptime: { share, sinceMs } }: PublicFigures, t: TFunction<"figures">): Point {
  const title = t("points.uptime");
  if (share === null || sinceMs === null) return { title, figure: "–", body: t("points.uptimeNone") };
  return {
    title,
    figure: `${(Math.floor(share * 10_000) / 100).toString()} %`,
    body: t("points.uptimeBody", { since: new Date(sinceMs).toLocaleDateString() }),
  };
}

function chainPoint({ chain }: PublicFigures, t: TFunction<"figures">): Point {
  const title = t("points.crypto");
  if (chain === null) return { title, figure: t("points.cryptoNoneFigure"), body: t("points.cryptoNone") };
  return {
    title,
    figure: chain.tokens.join(", "),
    body: t("points.cryptoBody", { chain: chain.name, confirmations: chain.confirmations }),
  };
}
