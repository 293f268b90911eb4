package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.step.VariedDevice.Factors;

/**
 * The update of devices of any response family, as each response says it.
 *
 * @param curve window and responses
 * @param deadZone fewer pulses do nothing
 * @param factors of each device, if any
 */
public record PlainResponses(DeviceCurve curve, float deadZone, Factors factors)
    implements OneByOneDevice {

  @Override
  public double distance(long place, Response response, double progress, double pulses) {
    return OneByOneDevice.move(response, progress, pulses);
  }

  @Override
  public PlainResponses withDeadZone(float pulses) {
    return new PlainResponses(curve, Math.max(pulses, deadZone), factors);
  }
}
