/** Blurs interleaved samples with a gaussian of `sigmaPx`; the edges repeat their last sample. */
export function blur(
  samples: Float32Array,
  width: number,
  height: number,
  channels: number,
  sigmaPx: number,
): Float32Array {
  if (sigmaPx <= 0) return samples;
  const kernel = gaussianKernel(sigmaPx);
  const across = convolve(
    samples,
    { lines: height, length: width, lineStep: width * channels, step: channels, channels },
    kernel,
  );
  return convolve(
    across,
    { lines: width, length: height, lineStep: channels, step: width * channels, channels },
    kernel,
  );
}

interface Walk {
  lines: number;
  length: number;
  lineStep: number;
  step: number;
  channels: number;
}

function gaussianKernel(sigmaPx: number): number[] {
  const reach = Math.ceil(sigmaPx * 2.5);
  const weights = Array.from({ length: reach * 2 + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigmaPx ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function convolve(from: Float32Array, walk: Walk, kernel: readonly number[]): Float32Array {
  const to = new Float32Array(from.length);
  const reach = (kernel.length - 1) / 2;
  for (let line = 0; line < walk.lines; line++) {
    for (let i = 0; i < walk.length; i++) {
      for (let channel = 0; channel < walk.channels; channel++) {
        const start = line * walk.lineStep + channel;
        let sum = 0;
        for (let k = -reach; k <= reach; k++) {
          const at = i + k < 0 ? 0 : i + k >= walk.length ? walk.length - 1 : i + k;
          sum += (from[start + at * walk.step] ?? 0) * (kernel[k + reach] ?? 0);
        }
        to[start + i * walk.step] = sum;
      }
    }
  }
  return to;
}
