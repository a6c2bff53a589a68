const BINS = 10;

/** Expected calibration error: how far confidence and accuracy lie apart, over ten bins by their share of the tasks. */
export function calibrationError(outcomes: readonly { right: boolean; confidence: number }[]): number {
  const bins = Array.from({ length: BINS }, () => ({ rights: 0, confidences: 0 }));
  for (const { right, confidence } of outcomes) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (!bin) continue;
    bin.rights += right ? 1 : 0;
    bin.confidences += confidence;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.rights - bin.confidences), 0) / outcomes.length;
}
