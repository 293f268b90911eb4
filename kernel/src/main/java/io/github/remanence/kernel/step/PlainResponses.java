package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.step.VariedDevice.Factors;

/**
 * The update of devices of any response family, as each response says it.
 *
 * @param curve window and responses
 * @param potentiates whether potentiation pulses do anything; if not, another step is for them
 * @param depresses the same of depression pulses
 * @param deadZone fewer pulses do nothing
 * @param factors on the pulses of each device, if any
 */
record PlainResponses(
    DeviceCurve curve, boolean potentiates, boolean depresses, float deadZone, Factors factors)
    implements OneByOneDevice {

  @Override
  public double distance(long place, boolean down, double progress, double pulses) {
    Response response = down ? curve.depression() : curve.potentiation();
    return (down ? depresses : potentiates) ? OneByOneDevice.move(response, progress, pulses) : 0;
  }

  @Override
  public PlainResponses withDeadZone(float pulses) {
    return new PlainResponses(curve, potentiates, depresses, Math.max(pulses, deadZone), factors);
  }
}
