/**
 * The vector backend: the arithmetic of the scalar one in the lanes of {@code
 * jdk.incubator.vector}.
 *
 * <p>The only package that imports the incubator module. {@link
 * io.github.remanence.kernel.vector.VectorLoops} holds each loop once; {@link
 * io.github.remanence.kernel.vector.VectorKernel} picks the copy of it that fits the memory.
 *
 * <p><b>Why copies.</b> C2 compiles vector code well only if the vector width and the kind of
 * memory are constants; and it learns the kind of memory from a profile that every user of memory
 * segments in the JVM shares. So the class VectorLoops is defined again, as a hidden class, for
 * each width and kind of memory in use, with both as constants of the class: one source, and loops
 * do not see how other widths, memories or the rest of the program use the same methods. What a
 * kind of device makes superfluous is a constant as well: see Specialisation. The loops for random
 * numbers, {@link io.github.remanence.kernel.vector.RandomLoops}, have a copy for each width.
 *
 * <p><b>Before C2.</b> The interpreter takes a thousand times as long for a vector as for a float,
 * so the first update would take a second. {@link io.github.remanence.kernel.vector.ColdStart} lets
 * the scalar backend do most of it, until the vectors are faster.
 */
package io.github.remanence.kernel.vector;
