import { isBoolean, readPersisted, usePersistedState } from "@sightline/ui/persisted-state";

const KEY = "sightline.low-data";

/** Whether this device is to load little: a choice of its own, since the connection is the device's. */
export const isLowData = () => readPersisted(KEY, false, isBoolean);

export const useLowData = () => usePersistedState(KEY, false, isBoolean);
