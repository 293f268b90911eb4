package io.github.remanence.cli.report;

import io.github.remanence.kernel.device.DeviceCurve;

/**
 * A device in a field, and how it answers pulses there.
 *
 * @param field the magnetic field
 * @param linearisation s of the field, from 0 to 1
 * @param curve window and nonlinearities
 * @param depression down from the largest conductance
 * @param potentiation up from the smallest conductance
 */
public record FieldResponse(
    double field, double linearisation, DeviceCurve curve, Trace depression, Trace potentiation) {}
