/**
 * From margins to "how sure". How far a label lies behind the first one, g, is worth
 * exp(-(g * sharpness) ** bend): softmax where bend is 1. Letters are mislabelled now and then, so
 * being far ahead proves less than softmax says, and bend comes out below 1. Two numbers cannot be
 * fitted to noise, and they leave the order of the answers as it is.
 */
export interface Calibration {
  readonly sharpness: number;
  readonly bend: number;
}

/** Taken as a start; a few letters told apart by luck do not lead far from it. */
const usual: Calibration = { sharpness: 2, bend: 0.8 };

/** The calibration under which the true labels of letters not seen in training are likeliest. */
export function fitCalibration(
  margins: readonly Float64Array[],
  truths: readonly number[],
): Calibration {
  const candidates = [0.5, 0.6, 0.7, 0.8, 0.9, 1].map((bend) =>
    fitSharpness(bend, margins, truths),
  );
  const losses = candidates.map((each) => loss(each, margins, truths));
  return candidates[losses.indexOf(Math.min(...losses))] ?? usual;
}

function fitSharpness(
  bend: number,
  margins: readonly Float64Array[],
  truths: readonly number[],
): Calibration {
  let [low, high] = [Math.log(0.2), Math.log(60)];
  // The loss has one valley; by thirds it narrows to a hundredth in 16 steps.
  for (let step = 0; step < 16; step += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    const at = (sharpness: number): number =>
      loss({ sharpness: Math.exp(sharpness), bend }, margins, truths);
    if (at(left) < at(right)) high = right;
    else low = left;
  }
  return { sharpness: Math.exp((low + high) / 2), bend };
}

function loss(
  calibration: Calibration,
  margins: readonly Float64Array[],
  truths: readonly number[],
): number {
  let sum = Math.log(calibration.sharpness / usual.sharpness) ** 2;
  margins.forEach((row, at) => {
    sum -= Math.log(Math.max(likelihoods(row, calibration)[truths[at] ?? 0] ?? 0, 1e-12));
  });
  return sum;
}

/** Above zero, together 1. */
export function likelihoods(margins: Float64Array, { sharpness, bend }: Calibration): Float64Array {
  const top = Math.max(...margins);
  const raised = margins.map((margin) => Math.exp(-(((top - margin) * sharpness) ** bend)));
  const sum = raised.reduce((total, each) => total + each, 0);
  return raised.map((each) => each / sum);
}
