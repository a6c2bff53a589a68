import type { Assignment } from "@sightline/contract/work";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isLowData } from "../../lib/low-data";
import { decodePicture } from "./image-prefetch";
import { leaseKey } from "./lease-key";
import { fitPicture, type PictureFit } from "./picture-fit";
import { filterOf, type PictureSetting } from "./picture-setting";
import type { PictureSides } from "./sketch/place-on-picture";
import { SketchOverlay } from "./sketch/sketch-overlay";
import type { SketchDesk } from "./sketch/sketch-region";
import type { BoxSize } from "./use-box-size";
import { usePainted } from "./use-painted";
import { WorkButton } from "./work-button";

export interface PictureLayerProps {
  task: Assignment;
  onScreen: boolean;
  box: BoxSize | null;
  setting: PictureSetting;
  /** When it is on the screen and answered by marks on it. */
  desk: SketchDesk | null;
  focus: RefObject<HTMLElement | null>;
}

/**
 * One held picture in its own layer of the box. The one that is ahead is loaded and decoded here, out of sight and
 * out of the accessibility tree; when its turn comes the same element only becomes visible, so nothing is loaded,
 * decoded or laid out between the key and the paint.
 */
export function PictureLayer({ task, onScreen, box, setting, desk, focus }: PictureLayerProps) {
  const { t } = useTranslation("work");
  const pane = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLImageElement>(null);
  const [attempt, setAttempt] = useState(0);
  const address = addressOf(task, onScreen);
  const state = useDecoded(picture, address, attempt);
  usePainted(leaseKey(task), onScreen && state === "there", focus);
  const sides = state === "there" ? naturalSides(picture.current, task) : task;
  const fit = box === null ? null : fitPicture(sides, box, setting.zoom);
  useCentred(pane, onScreen, fit);
  const pans = onScreen && setting.zoom > 1;
  return (
    <div
      ref={pane}
      {...(onScreen ? { "data-picture-pane": "" } : { "aria-hidden": true })}
      {...(pans && { role: "group", tabIndex: 0, "aria-label": t("picture.zoomed") })}
      className={`absolute inset-0 flex ${onScreen ? "overflow-auto" : "invisible overflow-clip"}`}
    >
      <div
        className="relative m-auto shrink-0"
        style={fit === null ? {} : { width: fit.widthPx, height: fit.heightPx }}
      >
        <img
          ref={picture}
          src={address ?? undefined}
          alt={onScreen ? t("picture.name") : ""}
          width={sides.widthPx}
          height={sides.heightPx}
          decoding="sync"
          draggable={false}
          className="block size-full max-w-none select-none"
          style={fit === null ? {} : { imageRendering: fit.rendering, filter: filterOf(setting) }}
        />
        {desk !== null && <SketchOverlay desk={desk} focus={focus} sides={sides} />}
      </div>
      {onScreen && state === "broken" && (
        <div className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-neutral-ground">
          <p role="alert">{t("picture.broken")}</p>
          <WorkButton name={t("picture.again")} onPress={() => setAttempt(attempt + 1)} />
        </div>
      )}
    </div>
  );
}

/**
 * Where little is to be loaded, a large picture comes when it is its turn, in fewer bytes; one that came inside its event
 * is here already.
 */
function addressOf({ imageUrl }: Assignment, onScreen: boolean): string | null {
  if (imageUrl === null || imageUrl.startsWith("data:") || !isLowData()) return imageUrl;
  return onScreen ? `${imageUrl}?light` : null;
}

/** As it is displayed: a photograph may be turned by what its file says. */
function naturalSides(picture: HTMLImageElement | null, task: Assignment): PictureSides {
  if (picture === null || picture.naturalWidth === 0) return task;
  return { widthPx: picture.naturalWidth, heightPx: picture.naturalHeight };
}

/** An enlarged picture starts with its middle in view. */
function useCentred(pane: RefObject<HTMLDivElement | null>, onScreen: boolean, fit: PictureFit | null) {
  const widthPx = fit?.widthPx ?? 0;
  const heightPx = fit?.heightPx ?? 0;
  useLayoutEffect(() => {
    if (pane.current === null || !onScreen) return;
    const { clientWidth, clientHeight } = pane.current;
    pane.current.scrollTo((widthPx - clientWidth) / 2, (heightPx - clientHeight) / 2);
  }, [pane, onScreen, widthPx, heightPx]);
}

function useDecoded(
  picture: RefObject<HTMLImageElement | null>,
  address: string | null,
  attempt: number,
): "loading" | "there" | "broken" {
  const [state, setState] = useState<"loading" | "there" | "broken">("loading");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt starts the same work again.
  useEffect(() => {
    if (picture.current === null || address === null) return;
    const left = new AbortController();
    void decodePicture(picture.current, left.signal).then((there) => {
      if (!left.signal.aborted) setState(there ? "there" : "broken");
    });
    return () => {
      left.abort();
      setState("loading");
    };
  }, [picture, address, attempt]);
  return state;
}
