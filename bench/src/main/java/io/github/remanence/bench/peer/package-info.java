/**
 * The peer: the same updates as loops in C++, the way an expert writes them in an afternoon, called
 * from here so that both languages are measured by one harness in one run.
 *
 * <p>The loops are in {@code closed_form.cpp}, a resource beside these classes. {@link
 * io.github.remanence.bench.peer.CppLibrary} has the user's compiler make a library of it, and each
 * {@link io.github.remanence.bench.peer.PeerLoop} gives one of its functions memory to work on.
 *
 * <p>They share nothing with the kernel but the numbers of the published device.
 */
package io.github.remanence.bench.peer;
