/**
 * The magnetic field and what a device feels of it.
 *
 * <p>The field H enters the model through one number, the linearisation s(H): 0 without a field, 1
 * at and above saturation. {@link io.github.remanence.kernel.field.Linearisation} is that law and
 * {@link io.github.remanence.kernel.field.FieldState} is the field with its history, because a
 * device may keep part of the linearisation when the field drops.
 *
 * <p>No field value in millitesla is published with the fits of Bernard et al. (2025), so the scale
 * is the user's: any unit will do, as long as the law and the field state use the same one.
 */
package io.github.remanence.kernel.field;
