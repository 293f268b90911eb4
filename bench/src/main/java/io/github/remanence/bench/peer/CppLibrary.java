package io.github.remanence.bench.peer;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The C++ loops as a library of functions.
 *
 * @param compiler what made it, and how
 * @param symbols its functions
 */
@SuppressWarnings("restricted") // To call C++ is to leave what the JVM can check.
public record CppLibrary(String compiler, SymbolLookup symbols) {

  /** One for each compiler, for good: a library stays loaded until the JVM ends. */
  private static final Map<String, CppLibrary> LOADED = new ConcurrentHashMap<>();

  /**
   * Has the loops compiled, or returns them if they are already.
   *
   * @param command {@code c++}, or {@code g++-14 -mprefer-vector-width=256}
   * @throws IllegalStateException if there is no such compiler, or it fails
   */
  public static CppLibrary compiledBy(String command) {
    return LOADED.computeIfAbsent(command, CppLibrary::load);
  }

  private static CppLibrary load(String command) {
    CppCompiler compiler = new CppCompiler(command);
    return new CppLibrary(
        compiler.description(),
        SymbolLookup.libraryLookup(compiler.compile("closed_form.cpp"), Arena.global()));
  }

  /**
   * A function with the arguments that it shall be called with.
   *
   * @param arguments in the order of the declaration: memory for a pointer, {@code long} for a
   *     {@code ptrdiff_t}, {@code float} and {@code int} for themselves
   */
  Runnable call(String function, Object... arguments) {
    MemoryLayout[] types = Stream.of(arguments).map(CppLibrary::type).toArray(MemoryLayout[]::new);
    MethodHandle handle =
        Linker.nativeLinker()
            .downcallHandle(symbols.findOrThrow(function), FunctionDescriptor.ofVoid(types));
    return MethodHandleProxies.asInterfaceInstance(
        Runnable.class, MethodHandles.insertArguments(handle, 0, arguments));
  }

  private static MemoryLayout type(Object argument) {
    return switch (argument) {
      case MemorySegment pointer -> ValueLayout.ADDRESS;
      case Long count -> ValueLayout.JAVA_LONG;
      case Float number -> ValueLayout.JAVA_FLOAT;
      case Integer number -> ValueLayout.JAVA_INT;
      default -> throw new IllegalArgumentException("no C type for " + argument.getClass());
    };
  }
}
