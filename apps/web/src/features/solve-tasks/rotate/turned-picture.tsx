import { useTranslation } from "react-i18next";
import { fitPicture } from "../picture-fit";
import { filterOf, type PictureSetting } from "../picture-setting";
import type { BoxSize } from "../use-box-size";

export interface TurnedPictureProps {
  picture: { url: string; widthPx: number; heightPx: number };
  degrees: number;
  onScreen: boolean;
  room: BoxSize | null;
  setting: PictureSetting;
}

/** A picture turned about its middle, small enough to stay whole in every position. */
export function TurnedPicture({ picture, degrees, onScreen, room, setting }: TurnedPictureProps) {
  const { t } = useTranslation("work");
  const { url, widthPx, heightPx } = picture;
  const diagonalPx = Math.ceil(Math.hypot(widthPx, heightPx));
  const fit = room && fitPicture({ widthPx: diagonalPx, heightPx: diagonalPx }, room, 1);
  const scale = fit === null ? 1 : fit.widthPx / diagonalPx;
  return (
    <div
      className={`absolute inset-x-0 top-0 flex items-center justify-center ${onScreen ? "" : "invisible"}`}
      style={{ height: room?.heightPx ?? 0 }}
    >
      <img
        src={url}
        alt={onScreen ? t("picture.name") : ""}
        decoding="sync"
        draggable={false}
        className="max-w-none shrink-0 select-none"
        style={{
          width: Math.round(widthPx * scale),
          height: Math.round(heightPx * scale),
          transform: `rotate(${degrees}deg)`,
          filter: filterOf(setting),
        }}
      />
    </div>
  );
}
