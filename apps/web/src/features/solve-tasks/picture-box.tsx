import type { Assignment } from "@sightline/contract/work";
import { type ReactNode, type RefObject, useRef } from "react";
import { leaseKey } from "./lease-key";
import { PictureLayer } from "./picture-layer";
import type { PictureSetting } from "./picture-setting";
import { useBoxSize } from "./use-box-size";

export interface PictureBoxProps {
  tasks: readonly Assignment[];
  setting: PictureSetting;
  field: RefObject<HTMLInputElement | null>;
  /** What stands in the box while there is no picture. */
  children: ReactNode;
}

/** The fixed box: the same size with a large picture, a small one and none. */
export function PictureBox({ tasks, setting, field, children }: PictureBoxProps) {
  const frame = useRef<HTMLDivElement>(null);
  const box = useBoxSize(frame);
  return (
    <div className="h-[clamp(9rem,26svh,24rem)] sm:h-[clamp(11rem,38svh,24rem)] w-full rounded-10 p-px ring-1 ring-line ring-inset">
      <div ref={frame} className="relative size-full overflow-clip rounded-10">
        {tasks.map((task, place) => (
          <PictureLayer
            key={leaseKey(task)}
            task={task}
            onScreen={place === 0}
            box={box}
            setting={setting}
            field={field}
          />
        ))}
        {tasks.length === 0 && children}
      </div>
    </div>
  );
}
