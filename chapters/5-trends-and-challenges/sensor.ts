/**
 * A library that knows nothing of event loops.
 *
 * @module
 */

// #region read
/** Waits in the operating system until the sensor has answered: 50 ms. */
export function readSensor(): number {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  return 21;
}
// #endregion
