/**
 * The way from {@code java -jar} on any Java to the real main on a Java that can run it.
 *
 * <p>No manifest attribute can add {@code jdk.incubator.vector} to the running Java, and an old
 * Java could not run the classes anyway, so the jar starts itself again. Read {@link
 * io.github.remanence.launcher.Launcher} first; {@code JdkSearch} says where a JDK is looked for
 * and {@code JdkHome} which one will do.
 */
package io.github.remanence.launcher;
