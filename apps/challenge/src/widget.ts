import type { ChallengePage, WidgetTrouble } from "@sightline/contract/challenge-frame";

/** What a vendor's widget can come to. */
export interface WidgetEvents {
  ready(): void;
  solved(token: string, respKey?: string): void;
  trouble(trouble: WidgetTrouble): void;
}

/** Loads a vendor's script and puts its widget into `place`. Rejects when the script cannot be loaded. */
export type Widget = (page: ChallengePage, place: HTMLElement, events: WidgetEvents) => Promise<void>;
