/**
 * The scalar backend: plain Java, one device after another, on every machine.
 *
 * <p>It is what the other backends are compared with bit for bit, and it finishes the devices that
 * do not fill a vector. Start with {@link io.github.remanence.kernel.scalar.DeviceStep}, the
 * arithmetic of one device.
 */
package io.github.remanence.kernel.scalar;
