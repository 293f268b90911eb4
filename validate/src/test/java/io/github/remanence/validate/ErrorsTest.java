package io.github.remanence.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.ReferenceDevice;
import org.junit.jupiter.api.Test;

class ErrorsTest {

  private static final ExponentialResponse RESPONSE = new ExponentialResponse(0, 4);
  private static final ReferenceDevice DEVICE = new ReferenceDevice(0, 8, RESPONSE, RESPONSE);

  private final Errors errors = new Errors();

  /** A step from 4 to 5, missed by a number of ulp, of which 8 are allowed. */
  private static Comparison missedBy(float ulps) {
    return new Comparison(DEVICE, 4, 0.5, 5 + ulps * Math.ulp(5f), 5, 8 * Math.ulp(5f));
  }

  @Test
  void noDeviceAtAllIsWithinNoBound() {
    assertThat(errors.worstShare()).isNaN();
    assertThat(errors.maxUlps()).isNaN();
    assertThat(errors.rmsUlps()).isNaN();
    assertThat(errors.maxOfWindow()).isNaN();
    assertThat(errors.ofStep()).isNaN();
  }

  @Test
  void theLargestErrorCountsWhereverItCame() {
    errors.add(missedBy(1));
    errors.add(missedBy(-7));
    errors.add(missedBy(0));
    assertThat(errors.devices()).isEqualTo(3);
    assertThat(errors.maxUlps()).isEqualTo(7);
    assertThat(errors.rmsUlps()).isEqualTo(Math.sqrt(50 / 3.0));
    assertThat(errors.maxOfWindow()).isEqualTo(7 * 0x1p-24);
    assertThat(errors.ofStep()).isEqualTo(8 * 0x1p-21 / 3);
    assertThat(errors.worstShare()).isEqualTo(7 / 8.0);
    assertThat(errors.worst()).contains(missedBy(-7));
  }

  @Test
  void oneNaNIsWorseThanAnyErrorWhereverItCame() {
    errors.add(missedBy(1000));
    errors.add(missedBy(Float.NaN));
    errors.add(missedBy(2000));
    assertThat(errors.worstShare()).isNaN();
    assertThat(errors.maxUlps()).isNaN();
  }
}
