/** The languages a customer may ask a worker to know, by ISO code (protocol.md, section 1.3). */
export const WORKER_LANGUAGES: ReadonlySet<string> = new Set(
  `en ru es pt uk vi fr id ar ja tr de zh fil pl th it nl sk bg ro hu ko cs az fa bn el lt lv sv sr hr he hi nb sl
  da uz fi ca ka ms te et ml be kk mr ne my bs hy mk pa`.split(/\s+/),
);
