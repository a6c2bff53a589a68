import { keepPreviousData } from "@tanstack/react-query";

/** For what changes while it is looked at: asked again as long as the page is seen, and never flashing empty. */
export const live = { refetchInterval: 2_000, placeholderData: keepPreviousData } as const;
